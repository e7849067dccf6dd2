package dev.supportpulse.classifier.modefile;

import dev.supportpulse.classifier.mode.RuleBooks;
import dev.supportpulse.classifier.mode.RuleSet;
import dev.supportpulse.events.SupportEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A folder of rule sets, which may change while the service runs: {@code _default.yaml}, and {@code
 * PROJECT.yaml} for each project that has its own.
 *
 * <p>It is read again and compared, whatever the file system says about it (ADR 0014): a mounted
 * config map is a symbolic link to a link that is swapped. A file that is wrong changes nothing;
 * what it said before stays in force.
 */
public final class RuleFolder {

  private static final Logger LOG = Logger.getLogger(RuleFolder.class);
  private static final String SETTING = "supportpulse.classifier.modes.folder";
  private static final String YAML = ".yaml";
  private static final String WHOLE = "";

  private final RuleSet shipped;
  private final @Nullable Path folder;
  private final RuleFile reader;
  private final RuleBooks books;
  private final Map<String, String> contents = new HashMap<>();
  private final Map<String, RuleSet> sets = new HashMap<>();
  private volatile Map<String, String> refused = Map.of();

  /**
   * Takes what the folder says.
   *
   * @param shipped the default rule set where the folder has none
   * @param folder null if there is none
   * @param books that are changed
   * @throws IllegalStateException naming what is wrong with a file, or with the folder
   */
  public RuleFolder(RuleSet shipped, @Nullable Path folder, RuleFile reader, RuleBooks books) {
    this.shipped = shipped;
    this.folder = folder;
    this.reader = reader;
    this.books = books;
    look();
    if (!refused.isEmpty()) {
      throw new IllegalStateException(
          "can't take %s=%s: %s".formatted(SETTING, folder, String.join("; ", refused.values())));
    }
  }

  /**
   * What is not in force because it is wrong: the reason by file, or by "" of the folder itself.
   */
  public Map<String, String> refused() {
    return refused;
  }

  /** Takes what has changed. What is wrong is logged once, and changes nothing. */
  public synchronized void look() {
    if (folder == null) {
      return;
    }
    Map<String, String> wrong = new TreeMap<>();
    Map<String, RuleSet> before = Map.copyOf(sets);
    try {
      Map<String, String> files = files(folder);
      files.forEach((file, yaml) -> take(file, yaml, wrong));
      sets.keySet().removeIf(name -> !files.containsKey(name + YAML));
      contents.keySet().retainAll(files.keySet());
    } catch (IOException | UncheckedIOException e) {
      wrong.put(WHOLE, "can't read the folder: " + e);
    }
    if (!sets.equals(before)) {
      Map<String, RuleSet> own = new HashMap<>(sets);
      RuleSet fallback = own.remove(RuleSet.DEFAULT);
      books.use(fallback == null ? shipped : fallback, own);
    }
    tell(wrong);
  }

  private void take(String file, String yaml, Map<String, String> wrong) {
    String name = file.substring(0, file.length() - YAML.length());
    if (yaml.equals(contents.get(file))) {
      if (refused.containsKey(file)) {
        wrong.put(file, refused.getOrDefault(file, ""));
      }
      return;
    }
    contents.put(file, yaml);
    try {
      RuleSet read = read(file, name, yaml);
      if (!read.equals(sets.put(name, read))) {
        LOG.infof("%s: version %s is in force", file, read.version());
      }
    } catch (RuleFault e) {
      wrong.put(file, String.valueOf(e.getMessage()));
    }
  }

  private RuleSet read(String file, String name, String yaml) {
    if (!name.equals(RuleSet.DEFAULT) && !SupportEvent.isProject(name)) {
      throw new RuleFault(
          file,
          "",
          null,
          "is named after no project: call it PROJECT.yaml, or _default.yaml for every project");
    }
    RuleSet read = reader.read(file, name, yaml);
    RuleSet inForce = sets.get(name);
    if (inForce != null && inForce.version().equals(read.version()) && !inForce.equals(read)) {
      throw new RuleFault(
          file,
          "/version",
          null,
          "is that of the rules in force, which are others: give these a version of their own");
    }
    return read;
  }

  private void tell(Map<String, String> wrong) {
    wrong.forEach(
        (file, reason) -> {
          if (!reason.equals(refused.get(file))) {
            LOG.errorf("what was in force stays, because of %s/%s: %s", folder, file, reason);
          }
        });
    refused = Map.copyOf(wrong);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries
              .filter(file -> file.getFileName().toString().endsWith(YAML))
              .filter(Files::isRegularFile)
              .toList();
      Map<String, String> contents = new TreeMap<>();
      for (Path file : files) {
        contents.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return contents;
    }
  }
}
