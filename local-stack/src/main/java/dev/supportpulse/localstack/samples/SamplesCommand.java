package dev.supportpulse.localstack.samples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Replays the sample feeds, once in the life of a system that runs elsewhere, behind one address,
 * such as compose; then prints the figures that they come to.
 */
public final class SamplesCommand {

  private final Path state;
  private final PrintStream out;

  SamplesCommand(Path state, PrintStream out) {
    this.state = state;
    this.out = out;
  }

  /**
   * Exits with 0 if the samples are in the system and the figures agree, with 1 if not.
   *
   * @param args a folder that lasts as long as the system's data, and the system's address; the API
   *     key is in the environment as {@code SUPPORTPULSE_KEY}
   */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    String key = System.getenv("SUPPORTPULSE_KEY");
    if (args.length != 2 || key == null || key.isBlank()) {
      System.err.println(
          "usage: SUPPORTPULSE_KEY=… SamplesCommand FOLDER URL: the key is of role OPERATOR for"
              + " the samples' projects; ./run keys create makes it");
      System.exit(1);
    }
    URI address = URI.create(args[1]);
    try {
      SamplesCommand command = new SamplesCommand(Path.of(args[0]), out);
      System.exit(command.run(new SampleTarget(address, address, key)) ? 0 : 1);
    } catch (ReplayFailed e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Whether the figures agree with the source documents'. */
  boolean run(SampleTarget target) throws InterruptedException {
    Path done = state.resolve("replayed");
    Instant anchor = anchor();
    if (!Files.exists(done)) {
      Samples.replay(target, anchor, this::tell);
      keep(done, anchor.toString());
    }
    return GoldenTable.print(target, anchor, out);
  }

  /**
   * The instant that the samples end at: the first start, the same ever after. With another one
   * every event would be a conflict.
   */
  Instant anchor() {
    Path file = state.resolve("anchor");
    if (!Files.exists(file)) {
      keep(file, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    try {
      return Instant.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new ReplayFailed("cannot read " + file, e);
    }
  }

  private void tell(int accepted, int total) {
    if (accepted == total) {
      out.printf("samples taken by intake: %d%n", total);
    }
  }

  private static void keep(Path file, String text) {
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new ReplayFailed("cannot write " + file + ": " + e, e);
    }
  }
}
