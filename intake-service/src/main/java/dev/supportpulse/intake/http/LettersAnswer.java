package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.intake.redrive.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some letters of a topic. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetters")
public record LettersAnswer(
    List<LetterView> letters,
    @Schema(description = "how many records were looked at") int looked,
    @Schema(
            description = "there may be more: ask for those `after` this one",
            examples = "support.metrics.dead-letters/0/17")
        @Nullable String next) {

  static LettersAnswer of(Page page) {
    return new LettersAnswer(
        page.letters().stream().map(LetterView::of).toList(),
        page.looked(),
        page.next() == null ? null : page.next().toString());
  }
}
