package dev.supportpulse.service.access;

/** Whether callers must identify themselves. */
public enum AccessMode {
  /** Closed by default: an open service listens on loopback only. */
  CLOSED,
  /** Anyone who reaches the service may call it; said explicitly by the operator. */
  OPEN
}
