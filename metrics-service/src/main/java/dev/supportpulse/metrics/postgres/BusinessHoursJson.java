package dev.supportpulse.metrics.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.metrics.efficiency.BusinessHours;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Business hours as the JSON in which they were set. */
@ApplicationScoped
public class BusinessHoursJson {

  private final ObjectMapper json;

  BusinessHoursJson(ObjectMapper json) {
    this.json = json;
  }

  public @Nullable String write(@Nullable BusinessHours hours) {
    try {
      return hours == null ? null : json.writeValueAsString(hours);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("business hours can always be written", e);
    }
  }

  public @Nullable BusinessHours read(@Nullable String stored) {
    try {
      return stored == null ? null : json.readValue(stored, BusinessHours.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored business hours can't be read", e);
    }
  }
}
