package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Service;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells the person at the terminal what happens, a line each. Once everything is being stopped,
 * what fails for that reason is no news.
 */
final class Report {

  private final PrintStream out;
  private final PrintStream err;
  private volatile boolean stopping;

  Report(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  PrintStream out() {
    return out;
  }

  void line(String text) {
    if (!stopping) {
      out.println(text);
    }
  }

  void ready(Part part, Duration took) {
    line(
        String.format(
            Locale.ROOT,
            "  %-11s ready on 127.0.0.1:%d (%s)",
            part.name(),
            part.port(),
            text(took)));
  }

  /** Where everything is, what to try, and who may. */
  void addresses(PortPlan ports, boolean closed) {
    line(
        """

        intake      %1$s
        classifier  %2$s
        metrics     %3$s
        API of each: q/swagger-ui; broker 127.0.0.1:%4$d; database 127.0.0.1:%5$d (support_pulse); logs .local/logs

        Try:
          curl -F type=positive %1$sfeedback
          curl -H 'Content-Type: application/json' -d '{"question": "如何安装此项目？"}' %2$ssupport
          curl '%3$sv1/projects/default/summary?window=P30D&groupBy=category'

        %6$s They listen on loopback only.
        Ctrl-C stops everything; what it keeps survives.\
        """
            .formatted(
                ports.uri(Service.INTAKE),
                ports.uri(Service.CLASSIFIER),
                ports.uri(Service.METRICS),
                ports.broker(),
                ports.database(),
                closed
                    ? "Access is closed: add -H 'Authorization: Bearer sp_…' with a key of ./run keys create."
                    : "Access is open: whoever can log in to this machine may call these."));
  }

  void startsAgain(Part part) {
    line(
        part.name()
            + " ended by itself; starting it again. Why: .local/logs/"
            + part.name()
            + ".previous.log");
  }

  void staysDown(Part part) {
    line(
        part.name()
            + " ended soon after its start and stays down. Why: .local/logs/"
            + part.name()
            + ".log");
  }

  void failed(Exception failure) {
    if (!stopping) {
      err.println("run: " + failure.getMessage());
    }
  }

  void stopping() {
    out.println("\nStopping");
    stopping = true;
  }

  void stopped(Duration took) {
    out.println("Stopped after " + text(took) + ".");
  }

  static String text(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
