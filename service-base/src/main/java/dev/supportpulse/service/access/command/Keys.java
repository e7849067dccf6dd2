package dev.supportpulse.service.access.command;

import dev.supportpulse.service.access.ApiKey;
import dev.supportpulse.service.access.KeyRing;
import dev.supportpulse.service.access.KeyText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The program behind {@code ./run keys}. */
public final class Keys {

  private static final String LINE = "%-12s  %-8s  %-20s  %-18s  %-20s  %s%n";

  private final PrintStream out;
  private final PrintStream err;
  private final RandomGenerator random;
  private final Clock clock;

  Keys(PrintStream out, PrintStream err, RandomGenerator random, Clock clock) {
    this.out = out;
    this.err = err;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Runs one command; exits with 0 if it did what was wanted, with 1 if not.
   *
   * @param args the file of keys if {@code --file} names no other, then the command
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Keys keys = new Keys(out, System.err, new SecureRandom(), Clock.systemUTC());
    System.exit(keys.run(Path.of(args[0]), Arrays.asList(args).subList(1, args.length)) ? 0 : 1);
  }

  /** Whether the command did what was wanted. */
  boolean run(Path defaultFile, List<String> arguments) {
    try {
      Command command = Command.parse(arguments, clock.instant());
      KeyStore store = new KeyStore(command.file().orElse(defaultFile));
      switch (command.verb()) {
        case CREATE -> create(store, command);
        case LIST -> list(store);
        case REVOKE -> revoke(store, command.subject());
      }
      return true;
    } catch (IllegalArgumentException e) {
      err.println("run keys: " + e.getMessage());
    } catch (IOException e) {
      err.println("run keys: " + e + "; name another file by --file, or run as its owner");
    }
    return false;
  }

  /** Only the key goes to the standard output, so that a script can take it. */
  private void create(KeyStore store, Command command) throws IOException {
    KeyText text = KeyText.draw(random);
    ApiKey key = command.key(text);
    List<ApiKey> keys = new ArrayList<>(store.read().keys());
    keys.add(key);
    store.write(KeyRing.of(keys));
    out.println(text.text());
    err.printf(
        "This is the key %s (%s, %s). It isn't kept anywhere: store it now. Its hash is in %s.%n",
        key.id(), key.name(), key.role(), store.file());
  }

  private void list(KeyStore store) throws IOException {
    List<ApiKey> keys = store.read().keys();
    if (keys.isEmpty()) {
      err.println("There are no keys in " + store.file() + ".");
      return;
    }
    Instant now = clock.instant();
    out.printf(LINE, "id", "role", "projects", "quota", "expires", "name");
    for (ApiKey key : keys) {
      String expires =
          key.expires() == null
              ? "never"
              : key.isExpired(now) ? "expired" : key.expires().toString();
      String quota = key.quota() == null ? "default" : key.quota().toString();
      out.printf(Locale.ROOT, LINE, key.id(), key.role(), key.scope(), quota, expires, key.name());
    }
  }

  private void revoke(KeyStore store, String id) throws IOException {
    KeyRing ring = store.read();
    ApiKey revoked = ring.get(id);
    if (revoked == null) {
      throw new IllegalArgumentException(
          "there is no key %s in %s; ./run keys list shows the ids".formatted(id, store.file()));
    }
    store.write(KeyRing.of(ring.keys().stream().filter(key -> !key.id().equals(id)).toList()));
    err.printf(
        "The key %s (%s) is revoked: services refuse it within seconds.%n", id, revoked.name());
  }
}
