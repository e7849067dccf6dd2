package dev.supportpulse.localstack;

/** A part of the stack that was started and can be ended. */
public interface Running extends AutoCloseable {

  /** Its process; the one to end, where it has several. */
  ProcessHandle handle();

  /**
   * Returns when it is ready for what it is there for; at once, where starting includes that.
   *
   * @throws StackException if it doesn't become ready
   */
  default void awaitReady() {}

  /** Ends it at once, as {@code kill -9} does, and returns when it is gone. */
  void kill();

  /** Ends it in order, and returns when it is gone; kills it when it takes longer than 5 s. */
  @Override
  void close();
}
