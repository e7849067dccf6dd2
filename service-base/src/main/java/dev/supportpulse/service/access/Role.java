package dev.supportpulse.service.access;

/** What a caller may do. Every route names the role that it needs. */
public enum Role {
  /** Sends events, and reads nothing. */
  EMITTER,
  /** Reads figures, classifications and answers, and changes nothing. */
  VIEWER,
  /**
   * Reads and sends; sets reference data, corrects classifications, redrives what was set aside.
   */
  OPERATOR,
  /** Everything, erasure of persons included. */
  ADMIN;

  /** Whether who has this role may do what that one is needed for. */
  public boolean includes(Role needed) {
    return switch (this) {
      case EMITTER, VIEWER -> needed == this;
      case OPERATOR -> needed != ADMIN;
      case ADMIN -> true;
    };
  }
}
