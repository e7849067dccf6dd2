package dev.supportpulse.localstack.command;

/** A command is not carried out; the message says why, to whoever typed it. */
public final class CommandRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommandRefusal(String message) {
    super(message);
  }

  public CommandRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
