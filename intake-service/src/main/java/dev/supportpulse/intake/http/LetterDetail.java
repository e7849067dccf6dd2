package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.intake.redrive.Filed;
import dev.supportpulse.intake.redrive.Kept;
import dev.supportpulse.intake.redrive.Kept.Bytes;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole letter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetterDetail")
public record LetterDetail(
    @JsonUnwrapped LetterView letter,
    List<HeaderView> headers,
    @Schema(description = "as it is kept: JSON if it is JSON, else text") @Nullable Object body) {

  /** A Kafka header, its value read as text. */
  @Schema(name = "DeadLetterHeader")
  public record HeaderView(String name, String value) {}

  static LetterDetail of(Filed filed) {
    Kept record = filed.letter().record();
    return new LetterDetail(
        LetterView.of(filed),
        record.headers().stream()
            .map(
                header -> new HeaderView(header.name(), header.value().map(Bytes::text).orElse("")))
            .toList(),
        record.body().filter(body -> body.length() > 0).map(LetterDetail::body).orElse(null));
  }

  private static JsonNode body(Bytes body) {
    try {
      return EventCodec.mapper().readTree(body.array());
    } catch (IOException e) {
      return JsonNodeFactory.instance.textNode(body.text());
    }
  }
}
