package dev.supportpulse.intake.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By what a user is named in the log.
 *
 * @param pseudonyms one for each key, the one in use first
 */
@Schema(name = "Pseudonyms")
public record PseudonymsAnswer(
    @Schema(description = "one for each key that is kept; events of now have the first")
        List<String> pseudonyms) {

  public PseudonymsAnswer {
    pseudonyms = List.copyOf(pseudonyms);
  }
}
