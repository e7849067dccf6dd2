package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Running;
import java.util.function.Supplier;

/**
 * A part of the stack and how to start it, again if need be.
 *
 * @param name such as {@code broker}
 * @param port where it listens
 */
record Part(String name, int port, Supplier<Running> starter) {}
