package dev.supportpulse.classifier.correction;

import org.jspecify.annotations.Nullable;

/** What an event says; at least one of both is there. */
public record EventText(@Nullable String title, @Nullable String text) {}
