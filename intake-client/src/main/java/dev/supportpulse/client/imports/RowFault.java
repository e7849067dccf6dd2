package dev.supportpulse.client.imports;

/**
 * Why a row can't be sent to intake at all.
 *
 * @param code as intake names such faults
 * @param field JSON Pointer into the event, empty for the whole row
 * @param message what is wrong, and the remedy; never quotes the row
 */
record RowFault(String code, String field, String message) {

  /** The row can't be read. */
  static RowFault unreadable(String message) {
    return new RowFault("NOT_JSON", "", message);
  }

  /** The row breaks a rule of its format. */
  static RowFault invalid(String field, String message) {
    return new RowFault("INVALID_FIELD", field, message);
  }
}
