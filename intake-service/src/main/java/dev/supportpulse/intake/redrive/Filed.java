package dev.supportpulse.intake.redrive;

import org.jspecify.annotations.Nullable;

/** A letter and where it stands. */
public record Filed(Letter letter, State state, @Nullable Mark mark) {}
