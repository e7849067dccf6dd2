package dev.supportpulse.client;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;

/**
 * An event as a CloudEvent in structured form, whatever intake will say of it.
 *
 * @param json one JSON value
 * @param size its length in bytes of UTF-8
 */
public record EventJson(String json, int size) {

  private static final JsonFormat FORMAT = new JsonFormat();

  /** The event as the shared codec writes it. */
  public static EventJson of(SupportEvent event) {
    return of(FORMAT.serialize(EventCodec.encode(event)));
  }

  /** The event that these bytes of UTF-8 are. */
  public static EventJson of(byte[] utf8) {
    return new EventJson(new String(utf8, StandardCharsets.UTF_8), utf8.length);
  }

  RawValue raw() {
    return new RawValue(json);
  }
}
