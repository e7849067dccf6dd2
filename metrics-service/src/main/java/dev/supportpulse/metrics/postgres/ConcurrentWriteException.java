package dev.supportpulse.metrics.postgres;

import java.sql.SQLTransientException;

/** Someone else wrote a row between our reading and our writing it: the transaction runs again. */
final class ConcurrentWriteException extends SQLTransientException {

  private static final long serialVersionUID = 1L;

  /** SQLSTATE class 40, transaction rollback. */
  private static final String SERIALIZATION_FAILURE = "40001";

  ConcurrentWriteException(String message) {
    super(message, SERIALIZATION_FAILURE);
  }
}
