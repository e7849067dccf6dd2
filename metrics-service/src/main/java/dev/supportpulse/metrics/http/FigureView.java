package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.figure.Reason;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure on the wire (design §7): its value, and whatever else its kind has. */
@Schema(name = "Figure")
@JsonInclude(JsonInclude.Include.NON_NULL)
final class FigureView {

  @Schema(description = "A number, or a decimal string for money; null if there is none")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public final @Nullable Object value;

  @Schema(description = "Why there is no value")
  public @Nullable Reason reason;

  @Schema(description = "What the figure lacks")
  public @Nullable String missing;

  @Schema(description = "s for seconds")
  public @Nullable String unit;

  @Schema(description = "ISO 4217")
  public @Nullable String currency;

  @Schema(description = "How many observations it rests on")
  public final @Nullable Long n;

  public @Nullable Object numerator;
  public @Nullable Object denominator;
  public @Nullable Double p50;
  public @Nullable Double p90;
  public @Nullable Double p95;
  public @Nullable Double p99;
  public @Nullable Map<String, ComponentView> components;
  public @Nullable List<AmountView> amounts;

  @Schema(description = "The same figure of another time, if it was asked for with 'compare'")
  public @Nullable ChangeView compared;

  /** A value that rests on n observations. */
  FigureView(Object value, long n) {
    this.value = value;
    this.n = n;
  }

  /** No value. */
  FigureView(Reason reason) {
    this.value = null;
    this.n = null;
    this.reason = reason;
  }

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
