package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.annotation.JsonFormat;

/** A quantity that an initiative moves; in JSON {@code [before, after]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Shift(double before, double after) {

  /**
   * Its value while the initiative is taking hold.
   *
   * @param adoption 0 before it, 1 when it is fully in place
   */
  double at(double adoption) {
    return before + (after - before) * adoption;
  }
}
