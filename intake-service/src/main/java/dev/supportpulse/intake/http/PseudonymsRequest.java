package dev.supportpulse.intake.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.service.problem.ProblemException;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose pseudonyms are asked for. */
@Schema(name = "PseudonymsRequest")
public record PseudonymsRequest(
    @Schema(required = true, examples = "demo") @Nullable String project,
    @Schema(
            required = true,
            description = "as upstream systems name the user in `data.user`, to the letter",
            maxLength = MAX_USER,
            examples = "u-17")
        @Nullable String user) {

  private static final int MAX_USER = 320;

  private static final ObjectReader READER =
      EventCodec.mapper()
          .readerFor(new TypeReference<PseudonymsRequest>() {})
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** A project and a user of it. */
  record Person(String project, String user) {

    /** Not to be logged by mistake. */
    @Override
    public String toString() {
      return "a user of " + project;
    }
  }

  /** Reads a body. */
  static Person read(byte[] body) throws IOException {
    PseudonymsRequest request = READER.readValue(body);
    String project = request == null ? null : request.project;
    String user = request == null ? null : request.user;
    if (project == null || !SupportEvent.isProject(project)) {
      throw ProblemException.invalid(
          "/project", "must name a project: lower-case letters, digits, dots, '_' and '-'");
    }
    if (user == null || user.isBlank() || user.length() > MAX_USER) {
      throw ProblemException.invalid(
          "/user", "must name a user as events do, in 1 to %d characters".formatted(MAX_USER));
    }
    return new Person(project, user);
  }

  @Override
  public String toString() {
    return "PseudonymsRequest";
  }
}
