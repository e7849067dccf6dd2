package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.StackException;
import dev.supportpulse.localstack.rebuild.RebuildCommand;
import dev.supportpulse.localstack.redrive.RedriveCommand;
import dev.supportpulse.localstack.reprocess.ReprocessCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The program behind {@code ./run}. */
public final class Launcher {

  private Launcher() {}

  /**
   * Runs one command; exits with 0 if it did what was wanted, with 1 if not.
   *
   * @param args the folder of the checkout, then what {@code ./run} was called with
   */
  public static void main(String[] args) throws InterruptedException {
    // The figures' marks are not ASCII, whatever the locale says.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    LocalFolder folder = new LocalFolder(Path.of(args[0]).toAbsolutePath().normalize());
    List<String> arguments = Arrays.asList(args).subList(1, args.length);
    Report report = new Report(out, System.err);
    try {
      String verb = arguments.isEmpty() ? "" : arguments.get(0);
      if (verb.equals("redrive")) {
        List<String> rest = arguments.subList(1, arguments.size());
        Supplier<URI> intake = () -> folder.address(Service.INTAKE);
        System.exit(RedriveCommand.run(rest, intake, System.getenv(), out, System.err) ? 0 : 1);
      }
      if (verb.equals("rebuild")) {
        List<String> rest = arguments.subList(1, arguments.size());
        Supplier<URI> metrics = () -> folder.address(Service.METRICS);
        System.exit(RebuildCommand.run(rest, metrics, System.getenv(), out, System.err) ? 0 : 1);
      }
      if (verb.equals("reprocess")) {
        List<String> rest = arguments.subList(1, arguments.size());
        Supplier<URI> classifier = () -> folder.address(Service.CLASSIFIER);
        System.exit(
            ReprocessCommand.run(rest, classifier, System.getenv(), out, System.err) ? 0 : 1);
      }
      System.exit(run(RunOptions.parse(arguments), folder, report) ? 0 : 1);
    } catch (Refusal | StackException e) {
      report.failed(e);
      System.exit(1);
    }
  }

  private static boolean run(RunOptions options, LocalFolder folder, Report report)
      throws InterruptedException {
    return switch (options.verb()) {
      case START -> {
        new StartUp(options, folder, report).run();
        yield true;
      }
      case STATUS -> StatusTable.print(folder.state(), report.out());
      case STOP -> ShutDown.run(folder, report.out());
    };
  }
}
