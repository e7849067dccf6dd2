package dev.supportpulse.service.access;

/** Whether callers must identify themselves where there are no keys. */
public enum AccessMode {
  /** Closed by default: a service without keys listens on loopback only. */
  CLOSED,
  /** Anyone who reaches the service may call it; said explicitly by the operator. */
  OPEN
}
