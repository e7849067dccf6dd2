package dev.supportpulse.client.imports;

import dev.supportpulse.client.IntakeClient;
import dev.supportpulse.client.IntakeRefused;
import dev.supportpulse.client.IntakeUnavailable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Behind {@code ./run import}. Ends with 0 if every row was accepted, 1 if some weren't, 2 if it
 * couldn't begin, and 3 if it stopped and goes on when it is started again.
 */
public final class ImportCommand {

  private static final int ALL_ACCEPTED = 0;
  private static final int SOME_REFUSED = 1;
  private static final int NOT_BEGUN = 2;
  private static final int STOPPED = 3;

  /** The system property that says that somebody watches, so that lines may be written over. */
  private static final String TERMINAL = "supportpulse.terminal";

  /** An import of hours outlasts an intake that is away for a while. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final ImportOptions options;
  private final PrintStream out;

  private ImportCommand(ImportOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Imports; {@code args} are those of {@code ./run import}. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(args), out));
  }

  private static int run(List<String> arguments, PrintStream out) throws InterruptedException {
    ImportOptions options;
    try {
      options = ImportOptions.parse(arguments, System.getenv());
    } catch (ImportStopped e) {
      System.err.println("import: " + e.getMessage());
      return NOT_BEGUN;
    }
    try {
      return new ImportCommand(options, out).run();
    } catch (ImportStopped | IntakeRefused | IntakeUnavailable e) {
      System.err.println("\nimport: " + e.getMessage());
    } catch (NoSuchFileException e) {
      System.err.println("import: there is no file " + e.getFile());
    } catch (IOException e) {
      System.err.println("\nimport: " + e);
    }
    if (!Files.exists(options.state())) {
      return NOT_BEGUN;
    }
    System.err.println("import: the same command goes on from here");
    return STOPPED;
  }

  private int run() throws IOException, InterruptedException {
    CheckpointFile checkpoints = new CheckpointFile(options.state());
    Checkpoint from = resumed(checkpoints);
    try (SourceFile file = SourceFile.open(options.file());
        ErrorFile errors = ErrorFile.open(options.errors(), from.errorBytes())) {
      Rows rows = rows(file);
      ImportProgress progress =
          new ImportProgress(
              out,
              Boolean.getBoolean(TERMINAL),
              Files.size(options.file()),
              file::read,
              from.tally().rows());
      IntakeClient client =
          IntakeClient.at(options.url())
              .key(options.key())
              .limits(options.limits())
              .patience(PATIENCE)
              .waiting(progress::waits)
              .build();
      Tally tally = new Import(options, client, checkpoints, errors, from, progress).run(rows);
      checkpoints.delete();
      tell(tally, progress);
      return tally.isClean() ? ALL_ACCEPTED : SOME_REFUSED;
    }
  }

  private Rows rows(SourceFile file) throws IOException {
    Path mapping = options.mapping();
    return switch (options.format()) {
      case JSONL -> new JsonLines(file.content());
      case CSV ->
          new CsvRows(file.content(), mapping == null ? Mapping.NONE : Mapping.read(mapping));
    };
  }

  private Checkpoint resumed(CheckpointFile checkpoints) throws IOException {
    Checkpoint start =
        Checkpoint.start(SourceFile.fingerprint(options.file()), settings(options.mapping()));
    Checkpoint left = options.restart() ? null : checkpoints.read();
    if (left == null) {
      return start;
    }
    if (!left.file().equals(start.file())) {
      throw new ImportStopped(
          "%s was left by an import of another file: say --restart to begin anew"
              .formatted(options.state()));
    }
    if (!left.settings().equals(start.settings())) {
      throw new ImportStopped(
          "the interrupted import had another --url, --project, --source or --mapping: say the same,"
              + " or --restart to begin anew");
    }
    out.printf(Locale.ENGLISH, "Goes on behind line %,d of %s%n", left.row(), options.file());
    return left;
  }

  /** Another one of these would make other events, or send them elsewhere. */
  private String settings(@Nullable Path mapping) throws IOException {
    return String.join(
        " ",
        options.url().toString(),
        String.valueOf(options.project()),
        options.source(),
        mapping == null ? "-" : SourceFile.fingerprint(mapping));
  }

  private void tell(Tally tally, ImportProgress progress) {
    out.printf(
        Locale.ENGLISH,
        "%n%s: %,d rows; this run took %.1f s, %,.0f rows/s%n  accepted    %,12d%n",
        options.file(),
        tally.rows(),
        progress.seconds(),
        progress.perSecond(tally),
        tally.accepted());
    if (tally.quarantined() > 0) {
      out.printf(
          Locale.ENGLISH,
          "  quarantined %,12d  older than facts are kept: they count in no figure. To have them"
              + " counted, raise intake's and metrics'"
              + " retention (docs/api/imports.md) and import again%n",
          tally.quarantined());
    }
    if (tally.rejected() > 0) {
      out.printf(Locale.ENGLISH, "  rejected    %,12d%n", tally.rejected());
    }
    if (!tally.isClean()) {
      out.printf("%s says which, and why%n", options.errors());
    }
  }
}
