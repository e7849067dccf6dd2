package dev.supportpulse.client.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventType;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a row may leave out. A row without an id gets one that follows from its content and
 * from how many equal rows came before it, so that the same rows have the same ids in every import.
 */
final class Completion {

  private static final int ID_BYTES = 16;

  private final @Nullable String project;
  private final String source;
  private final Ordinals ordinals = new Ordinals();

  /**
   * A completion.
   *
   * @param project the project of rows that name none
   * @param source the source of rows that name none
   */
  Completion(@Nullable String project, String source) {
    this.project = project;
    this.source = source;
  }

  /** The event with specversion, the type in full, project, source and id. */
  ObjectNode complete(ObjectNode event) {
    putIfAbsent(event, "specversion", "1.0");
    putIfAbsent(event, "source", source);
    if (project != null) {
      putIfAbsent(event, "project", project);
    }
    if (event.path("type").isTextual()) {
      event.put("type", wireName(event.get("type").asText()));
    }
    if (!event.hasNonNull("id")) {
      event.remove("id");
      event.put("id", "import-" + id(event));
    }
    return event;
  }

  /** {@code feedback.submitted} is short for {@code dev.supportpulse.feedback.submitted}. */
  static String wireName(String type) {
    String full = EventType.PREFIX + type;
    return EventType.fromWireName(full).isPresent() ? full : type;
  }

  private static void putIfAbsent(ObjectNode event, String name, String value) {
    if (!event.hasNonNull(name)) {
      event.put(name, value);
    }
  }

  private String id(ObjectNode event) {
    MessageDigest sha256 = sha256();
    byte[] content = sha256.digest(sorted(event));
    int ordinal = ordinals.next(ByteBuffer.wrap(content).getLong());
    sha256.update(content);
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(ordinal).array());
    return HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(), ID_BYTES));
  }

  private static byte[] sorted(ObjectNode event) {
    try {
      return Json.SORTED.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
