package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.figure.Reason;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure on the wire (design §7); what a kind of figure doesn't have is left out. */
@Schema(name = "Figure")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureView(
    @Schema(description = "A number, or a decimal string for money; null if there is none")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable Object value,
    @Schema(description = "Why there is no value") @Nullable Reason reason,
    @Schema(description = "What the figure lacks") @Nullable String missing,
    @Schema(description = "s for seconds") @Nullable String unit,
    @Schema(description = "ISO 4217") @Nullable String currency,
    @Schema(description = "How many observations it rests on") @Nullable Long n,
    @Nullable Object numerator,
    @Nullable Object denominator,
    @Nullable Double p50,
    @Nullable Double p90,
    @Nullable Double p95,
    @Nullable Double p99,
    @Nullable Map<String, ComponentView> components,
    @Nullable List<AmountView> amounts) {

  /** A part of a weighted figure. */
  @Schema(name = "Component")
  record ComponentView(double value, long n, double weight) {}

  /** An amount in one currency. */
  @Schema(name = "Amount")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AmountView(
      String currency,
      String value,
      long n,
      @Nullable Map<String, String> parts,
      @Nullable String missing) {}
}
