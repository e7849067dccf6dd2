package dev.supportpulse.events;

/** The {@code data} of an event: one record per event type, dispatched exhaustively. */
public sealed interface EventData
    permits UpstreamData, NeedClassified, EventRejected, OperationAudited {}
