package dev.supportpulse.classifier.diagnosis;

import java.util.List;

/**
 * One exception or panic of a chain.
 *
 * @param type the exception's name; for panics, which have none, what its message says, masked
 * @param message as it was reported; may be empty
 * @param frames innermost first
 */
record Failure(String type, String message, List<Frame> frames) {

  Failure {
    frames = List.copyOf(frames);
  }
}
