package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.observation.Voided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps which faults were reported when. */
public interface FaultStore {

  /**
   * Keeps reports, each once by its identity, and takes back those that are voided, whichever came
   * first.
   *
   * @param voided events that are taken back
   */
  void keep(List<Report> reports, List<Voided> voided);

  /** When the first report of a project that is kept happened; empty if there is none. */
  Optional<Instant> earliest(String project);

  /**
   * The faults reported in {@code [from, to)}, in no order.
   *
   * @param before the beginning of the span that ends at {@code from} and that they are compared
   *     with
   * @param most faults that are answered: those with most reports
   */
  List<Fault> faults(String project, Instant before, Instant from, Instant to, int most);

  /** Forgets reports of before that instant, and faults that have none left. */
  void forget(Instant before);
}
