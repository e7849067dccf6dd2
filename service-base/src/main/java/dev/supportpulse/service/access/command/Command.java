package dev.supportpulse.service.access.command;

import dev.supportpulse.service.access.ApiKey;
import dev.supportpulse.service.access.KeyText;
import dev.supportpulse.service.access.Quota;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./run keys} was called with.
 *
 * @param subject the name of the key to create, or the id of the one to revoke; else empty
 * @param file where {@code --file} says that the keys are
 */
record Command(
    Verb verb,
    String subject,
    @Nullable Role role,
    Set<String> projects,
    @Nullable Quota quota,
    @Nullable Instant expires,
    Optional<Path> file) {

  enum Verb {
    CREATE,
    LIST,
    REVOKE
  }

  private static final String USAGE =
      "write: keys create NAME --role ROLE --project P [--project P …] [--quota 100/s] [--expires P90D] | keys list | keys revoke ID, each with --file PATH or without";

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException naming what is not understood or missing
   */
  static Command parse(List<String> arguments, Instant now) {
    Iterator<String> rest = arguments.iterator();
    Verb verb = verb(rest.hasNext() ? rest.next() : "");
    String subject = "";
    Role role = null;
    Set<String> projects = new TreeSet<>();
    Quota quota = null;
    Instant expires = null;
    Path file = null;
    while (rest.hasNext()) {
      String argument = rest.next();
      if (argument.equals("--file")) {
        file = Path.of(value(argument, rest));
      } else if (verb != Verb.LIST && subject.isEmpty() && !argument.startsWith("-")) {
        subject = argument;
      } else if (verb != Verb.CREATE) {
        throw misunderstood(argument);
      } else {
        switch (argument) {
          case "--role" -> role = role(value(argument, rest));
          case "--project" -> projects.add(value(argument, rest));
          case "--quota" -> quota = Quota.parse(value(argument, rest));
          case "--expires" ->
              expires = now.plus(age(value(argument, rest))).truncatedTo(ChronoUnit.SECONDS);
          default -> throw misunderstood(argument);
        }
      }
    }
    if (verb != Verb.LIST && subject.isEmpty()) {
      throw new IllegalArgumentException(
          verb == Verb.CREATE ? "name the key, such as forum" : "name the key by its id");
    }
    return new Command(verb, subject, role, projects, quota, expires, Optional.ofNullable(file));
  }

  /**
   * The key to create.
   *
   * @throws IllegalArgumentException naming what is missing or can't be
   */
  ApiKey key(KeyText text) {
    if (role == null) {
      throw new IllegalArgumentException(
          "--role is missing; it is one of " + Arrays.toString(Role.values()));
    }
    if (projects.isEmpty()) {
      throw new IllegalArgumentException(
          "--project is missing; name each project, or '*' for every one");
    }
    return new ApiKey(text.id(), subject, text.hashHex(), role, Scope.of(projects), quota, expires);
  }

  private static Verb verb(String name) {
    return Arrays.stream(Verb.values())
        .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> misunderstood(name));
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--role is one of " + Arrays.toString(Role.values()) + ", not " + name));
  }

  private static Duration age(String text) {
    try {
      Duration age = Duration.parse(text);
      if (age.isNegative() || age.isZero()) {
        throw new IllegalArgumentException("--expires must be ahead, such as P90D");
      }
      return age;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--expires is a duration such as P90D or PT12H", e);
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; " + USAGE);
    }
    return rest.next();
  }

  private static IllegalArgumentException misunderstood(String argument) {
    return new IllegalArgumentException("'" + argument + "' is not understood; " + USAGE);
  }
}
