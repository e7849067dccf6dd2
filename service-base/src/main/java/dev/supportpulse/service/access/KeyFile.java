package dev.supportpulse.service.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How keys are kept: JSON that people can read and edit, without anything secret. */
public final class KeyFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private KeyFile() {}

  private record Document(@Nullable List<@Nullable Entry> keys) {}

  private record Entry(
      @Nullable String id,
      @Nullable String name,
      @Nullable String role,
      @Nullable List<String> projects,
      @Nullable String quota,
      @Nullable String expires,
      @Nullable String hash) {

    static Entry of(ApiKey key) {
      return new Entry(
          key.id(),
          key.name(),
          key.role().name(),
          List.copyOf(new TreeSet<>(key.scope().projects())),
          key.quota() == null ? null : key.quota().toString(),
          key.expires() == null ? null : key.expires().toString(),
          key.hash());
    }

    ApiKey key() {
      return new ApiKey(
          required("id", id),
          required("name", name),
          required("hash", hash),
          role(required("role", role)),
          Scope.of(required("projects", projects)),
          quota == null ? null : Quota.parse(quota),
          expires == null ? null : instant(expires));
    }

    private static <T> T required(String field, @Nullable T value) {
      if (value == null) {
        throw new IllegalArgumentException(field + " is missing");
      }
      return value;
    }

    private static Role role(String name) {
      return Arrays.stream(Role.values())
          .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "role must be one of " + Arrays.toString(Role.values())));
    }

    private static Instant instant(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "expires must be an instant, such as 2027-01-31T00:00:00Z", e);
      }
    }
  }

  /**
   * The keys that a file's contents say.
   *
   * @throws IllegalArgumentException naming the key and the field at fault
   */
  public static KeyRing parse(byte[] contents) {
    List<@Nullable Entry> entries;
    try {
      entries = JSON.readValue(contents, Document.class).keys();
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "it isn't JSON of the form {\"keys\": [{\"id\", \"name\", \"role\", \"projects\", \"hash\", …}]}: "
              + e.getOriginalMessage(),
          e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (entries == null) {
      throw new IllegalArgumentException("'keys' is missing; write {\"keys\": []} for no keys");
    }
    List<ApiKey> keys = new ArrayList<>();
    for (Entry entry : entries) {
      try {
        keys.add(Entry.required("the entry", entry).key());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "key %d%s: %s"
                .formatted(
                    keys.size() + 1,
                    entry == null || entry.name() == null ? "" : " (" + entry.name() + ")",
                    e.getMessage()),
            e);
      }
    }
    return KeyRing.of(keys);
  }

  /** The contents of a file that says those keys. */
  public static byte[] format(KeyRing ring) {
    Document document = new Document(new ArrayList<>(ring.keys().stream().map(Entry::of).toList()));
    try {
      return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      throw new IllegalStateException("strings and lists can be written", e);
    }
  }
}
