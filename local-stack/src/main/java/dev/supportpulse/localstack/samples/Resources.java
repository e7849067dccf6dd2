package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what the feeds are made of: the JSON files of {@code /samples}. */
final class Resources {

  private Resources() {}

  static <T> T read(String name, TypeReference<T> type) {
    try (InputStream json = Resources.class.getResourceAsStream("/samples/" + name)) {
      return EventCodec.mapper().readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException("/samples/" + name + " can't be read", e);
    }
  }
}
