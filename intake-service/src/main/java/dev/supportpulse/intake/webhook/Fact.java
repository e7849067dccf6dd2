package dev.supportpulse.intake.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.EventType;
import dev.supportpulse.intake.submission.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event in the making. What the upstream didn't say is left out; what it said at greater length
 * than an event takes is cut, because a case without its last words is better than no case.
 */
public final class Fact {

  /** In characters, as the published schemas say. */
  private static final Map<String, Integer> MAX_LENGTH =
      Map.of("title", 1000, "text", 100_000, "user", 320, "account", 200);

  private static final int MAX_LABELS = 50;
  private static final int MAX_LABEL = 200;
  private static final int MAX_SUBJECT = 1024;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

  private final ObjectNode event = JsonNodeFactory.instance.objectNode();
  private final ObjectNode data = JsonNodeFactory.instance.objectNode();

  private Fact() {}

  /**
   * A fact of that type.
   *
   * @param id unique within the origin's source, made of upstream's own ids, never of a delivery's
   * @param occurredAt upstream's own time
   */
  public static Fact of(EventType type, Origin origin, String id, Instant occurredAt) {
    Fact fact = new Fact();
    fact.event
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", origin.source())
        .put("type", type.wireName())
        .put("project", origin.project())
        .put("time", occurredAt.toString());
    return fact;
  }

  /** Where a human finds what it is about. */
  public Fact seenAt(Optional<String> address) {
    address
        .filter(subject -> subject.length() <= MAX_SUBJECT)
        .ifPresent(subject -> event.put("subject", subject));
    return this;
  }

  /** With that member of its data, if there is a value. */
  public Fact with(String name, Optional<String> value) {
    value.ifPresent(
        text -> data.put(name, cut(text, MAX_LENGTH.getOrDefault(name, Integer.MAX_VALUE))));
    return this;
  }

  /** With that member of its data. */
  public Fact with(String name, String value) {
    return with(name, Optional.of(value));
  }

  /** Where it came from. */
  public Fact through(Channel channel) {
    return with("channel", channel.name());
  }

  /** The language that upstream names, if it is a language tag (BCP 47). */
  public Fact in(Optional<String> language) {
    return with(
        "language",
        language.map(tag -> tag.replace('_', '-')).filter(tag -> LANGUAGE.matcher(tag).matches()));
  }

  /** With those labels. */
  public Fact labelled(List<String> labels) {
    if (!labels.isEmpty()) {
      ArrayNode array = data.putArray("labels");
      labels.stream().limit(MAX_LABELS).forEach(label -> array.add(cut(label, MAX_LABEL)));
    }
    return this;
  }

  /** With that rating. */
  public Fact rated(String dimension, long rating) {
    data.withObjectProperty("ratings").put(dimension, rating);
    return this;
  }

  /** The event as a submission of its own. */
  public Submission submission() {
    return Submission.cloudEvent(event.deepCopy().set("data", data.deepCopy()));
  }

  /** Never between the halves of a surrogate pair. */
  private static String cut(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
    return text.substring(0, end);
  }
}
