package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells whether two answers say the same. The watermark and the lag, which move even while nothing
 * happens, are left out: equal fingerprints mean equal figures, not equal bytes.
 */
@ApplicationScoped
class Fingerprints {

  private static final List<String> ALWAYS_MOVING = List.of("watermark", "lag");
  private static final int BYTES = 16;

  private final ObjectMapper json;

  Fingerprints(ObjectMapper json) {
    this.json = json;
  }

  /** 32 hexadecimal digits. */
  String of(Object answer) {
    ObjectNode body = json.valueToTree(answer);
    body.remove(ALWAYS_MOVING);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a tree can be written, and every JDK has SHA-256", e);
    }
  }
}
