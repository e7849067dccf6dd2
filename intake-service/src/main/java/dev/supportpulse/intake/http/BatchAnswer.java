package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.events.Identity;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a batch: one result for each event, in the order of the events. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = "results")
public record BatchAnswer(List<Result> results) {

  /** What became of the event at that position of the batch. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "BatchResult",
      requiredProperties = {"index", "status", "retryable"})
  public record Result(
      @Schema(description = "position in the batch, from 0") int index,
      @Nullable String id,
      @Nullable String identity,
      Status status,
      @Schema(examples = "INVALID_FIELD") @Nullable String code,
      @Schema(description = "JSON Pointer into the event", examples = "/data/sentiment")
          @Nullable String field,
      @Nullable String message,
      @Schema(description = "whether sending the event again unchanged may help")
          boolean retryable) {}

  static BatchAnswer of(List<Outcome> outcomes) {
    List<Result> results = new ArrayList<>(outcomes.size());
    for (Outcome outcome : outcomes) {
      int index = results.size();
      results.add(
          outcome.match(
              accepted -> result(index, accepted, Status.ACCEPTED, null),
              duplicate -> result(index, duplicate, Status.DUPLICATE, null),
              conflict -> result(index, conflict, Status.CONFLICT, conflict.fault()),
              quarantined -> result(index, quarantined, Status.QUARANTINED, quarantined.fault()),
              rejected -> result(index, rejected, Status.REJECTED, rejected.fault())));
    }
    return new BatchAnswer(results);
  }

  private static Result result(int index, Outcome outcome, Status status, @Nullable Fault fault) {
    Identity identity = outcome.identity();
    return new Result(
        index,
        outcome.id(),
        identity == null ? null : identity.hex(),
        status,
        fault == null ? null : fault.reason().name(),
        fault == null ? null : fault.field(),
        fault == null ? null : fault.message(),
        status == Status.REJECTED && fault != null && fault.reason().passes());
  }

  /** Whether every event has one of both statuses; true for an empty batch. */
  boolean all(Status one, Status other) {
    return results.stream().allMatch(result -> result.status() == one || result.status() == other);
  }
}
