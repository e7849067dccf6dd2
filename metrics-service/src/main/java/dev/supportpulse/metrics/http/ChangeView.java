package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.figure.Change;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Quantity;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a figure is compared with, and how it changed. */
@Schema(name = "Change")
record ChangeView(
    @Schema(description = "Start of the other window") @Nullable Instant from,
    @Schema(description = "Its end, not included") @Nullable Instant to,
    @Schema(description = "The figure then: a number, or a decimal string for money")
        @Nullable Object value,
    @Schema(description = "Now less then") @Nullable Object delta,
    @Schema(description = "Now / then") @Nullable Double ratio,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Why something is null")
        @Nullable Reason reason) {

  static ChangeView of(@Nullable Window other, Change change) {
    Quantity then = change.then();
    Fraction ratio = change.ratio();
    return new ChangeView(
        other == null ? null : other.from(),
        other == null ? null : other.to(),
        then == null ? null : plain(then.value(), then.currency()),
        then == null ? null : plain(change.delta(), then.currency()),
        ratio == null ? null : ratio.toDouble(),
        change.reason());
  }

  private static @Nullable Object plain(@Nullable Fraction value, @Nullable String currency) {
    if (value == null) {
      return null;
    }
    return currency == null ? (Object) value.toDouble() : Money.of(value, currency);
  }
}
