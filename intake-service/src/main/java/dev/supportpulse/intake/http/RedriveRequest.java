package dev.supportpulse.intake.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.intake.redrive.LetterId;
import dev.supportpulse.intake.redrive.Selection;
import dev.supportpulse.intake.redrive.State;
import dev.supportpulse.service.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which letters are meant, and whether it is meant seriously. */
@Schema(description = "Either `letters`, or a `topic` and what its letters must have in common")
public record RedriveRequest(
    @Schema(examples = "[\"support.metrics.dead-letters/0/17\"]") @Nullable List<String> letters,
    @Schema(examples = "support.metrics.dead-letters") @Nullable String topic,
    @Nullable String project,
    @Nullable String code,
    @Schema(
            description = "letters in another state are left",
            enumeration = {"WAITING", "REDRIVEN", "PARKED"},
            defaultValue = "WAITING")
        @Nullable String state,
    @Schema(description = "kept at or after: RFC 3339 or a date") @Nullable String from,
    @Schema(description = "kept before: RFC 3339 or a date") @Nullable String to,
    @Schema(description = "go on after this letter") @Nullable String after,
    @Schema(defaultValue = "100") @Nullable Integer limit,
    @Schema(description = "only tell what would become of them", defaultValue = "true")
        @Nullable Boolean dryRun,
    @Schema(description = "why, in your words; kept with the letter") @Nullable String note) {

  private static final int USUAL_LIMIT = 100;
  private static final int MAX_NOTE = 1000;

  private static final ObjectReader READER =
      EventCodec.mapper()
          .readerFor(new TypeReference<RedriveRequest>() {})
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Reads a body; a misspelt field is refused instead of ignored. */
  static RedriveRequest read(byte[] body) throws IOException {
    RedriveRequest request = READER.readValue(body);
    if (request == null) {
      throw ProblemException.invalid("", "the body must be an object with letters, or a topic");
    }
    if (request.note != null && request.note.length() > MAX_NOTE) {
      throw ProblemException.invalid(
          "/note", "must have at most %d characters".formatted(MAX_NOTE));
    }
    return request;
  }

  boolean isDry() {
    return dryRun == null || dryRun;
  }

  /** The letters that are meant, at most so many. */
  Selection selection(int most) {
    State meant = Objects.requireNonNullElse(LetterQuery.BODY.state(state), State.WAITING);
    if (meant == State.FINAL) {
      throw ProblemException.invalid("/state", "must be WAITING, REDRIVEN or PARKED");
    }
    List<LetterId> named = named(most);
    if (named.isEmpty() == (topic == null)) {
      throw ProblemException.invalid("/letters", "give either letters or a topic");
    }
    String of = topic == null ? "" : LetterQuery.BODY.topic("topic", topic);
    return new Selection(
        named,
        of,
        LetterQuery.BODY.filter(project, code, null, from, to),
        meant,
        LetterQuery.BODY.after(of, after),
        LetterQuery.BODY.limit(limit, USUAL_LIMIT, most));
  }

  private List<LetterId> named(int most) {
    List<LetterId> ids = new ArrayList<>();
    for (String id : letters == null ? List.<String>of() : letters) {
      ids.add(LetterQuery.BODY.letter("letters/" + ids.size(), Objects.requireNonNullElse(id, "")));
    }
    if (ids.size() > most) {
      throw ProblemException.invalid("/letters", "name at most " + most);
    }
    return ids.stream().distinct().toList();
  }
}
