package dev.supportpulse.metrics.window;

import dev.supportpulse.metrics.tally.Tally;

/** What was counted in a window. */
public record Counted(Window window, Tally tally) {}
