package dev.supportpulse.client.imports;

import dev.supportpulse.client.BatchLimits;
import dev.supportpulse.client.IntakeClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of {@code ./run import} wants.
 *
 * @param file the history
 * @param format how it is written
 * @param url the base address of intake-service
 * @param key the API key; null where access is open
 * @param project the project of rows that name none
 * @param source the source of rows that name none
 * @param mapping how the columns of a foreign export become events
 * @param errors receives what isn't accepted
 * @param limits how large a request may become
 * @param parallel the most requests at a time
 * @param restart whether what an interrupted import left is forgotten
 */
record ImportOptions(
    Path file,
    Format format,
    URI url,
    @Nullable String key,
    @Nullable String project,
    String source,
    @Nullable Path mapping,
    Path errors,
    BatchLimits limits,
    int parallel,
    boolean restart) {

  /** The environment variable that holds the API key. */
  static final String KEY_VARIABLE = "SUPPORTPULSE_KEY";

  private static final URI DEFAULT_URL = URI.create("http://127.0.0.1:8081");
  private static final String DEFAULT_SOURCE = "/import";
  private static final int DEFAULT_PARALLEL = 4;
  private static final int MOST = 10_000;

  /** How a history is written. */
  enum Format {
    JSONL,
    CSV;

    /** By the file's name, compressed or not. */
    static Format of(Path file) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.matches(".*\\.csv(\\.gz)?")) {
        return CSV;
      }
      if (name.matches(".*\\.(jsonl|ndjson)(\\.gz)?")) {
        return JSONL;
      }
      throw new ImportStopped(
          file + " must be called .jsonl, .ndjson or .csv, with .gz behind it if it is compressed");
    }
  }

  /**
   * Reads a command line.
   *
   * @throws ImportStopped if it makes no sense
   */
  static ImportOptions parse(List<String> arguments, Map<String, String> environment) {
    Path file = null;
    URI url = DEFAULT_URL;
    String key = environment.get(KEY_VARIABLE);
    String project = null;
    String source = DEFAULT_SOURCE;
    Path mapping = null;
    Path errors = null;
    int batch = BatchLimits.DEFAULT.events();
    int parallel = DEFAULT_PARALLEL;
    boolean restart = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--url" -> url = url(value(argument, rest));
        case "--key" -> key = value(argument, rest);
        case "--project" -> project = value(argument, rest);
        case "--source" -> source = value(argument, rest);
        case "--mapping" -> mapping = Path.of(value(argument, rest));
        case "--errors" -> errors = Path.of(value(argument, rest));
        case "--batch" -> batch = number(argument, value(argument, rest));
        case "--parallel" -> parallel = number(argument, value(argument, rest));
        case "--restart" -> restart = true;
        default -> {
          if (argument.startsWith("-") || file != null) {
            throw new ImportStopped("'" + argument + "' is not understood here");
          }
          file = Path.of(argument);
        }
      }
    }
    if (file == null) {
      throw new ImportStopped("say which file to import");
    }
    Format format = Format.of(file);
    if (mapping != null && format != Format.CSV) {
      throw new ImportStopped("--mapping is for CSV: rows of JSON are events already");
    }
    return new ImportOptions(
        file,
        format,
        url,
        key,
        project,
        source,
        mapping,
        errors == null ? beside(file, ".errors.jsonl") : errors,
        new BatchLimits(batch, BatchLimits.DEFAULT.bytes()),
        parallel,
        restart);
  }

  /** Where the import keeps how far it came. */
  Path state() {
    return beside(file, ".import-state");
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new ImportStopped(option + " needs a value");
    }
    return rest.next();
  }

  private static URI url(String text) {
    try {
      IntakeClient.at(URI.create(text));
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new ImportStopped("--url must be an address such as " + DEFAULT_URL, e);
    }
  }

  private static int number(String option, String text) {
    if (!text.matches("[1-9]\\d{0,4}") || Integer.parseInt(text) > MOST) {
      throw new ImportStopped("%s must be a number from 1 to %d".formatted(option, MOST));
    }
    return Integer.parseInt(text);
  }
}
