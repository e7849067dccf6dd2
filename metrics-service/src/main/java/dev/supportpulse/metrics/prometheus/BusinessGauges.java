package dev.supportpulse.metrics.prometheus;

import dev.supportpulse.metrics.config.GaugesConfig;
import dev.supportpulse.metrics.query.Answer;
import dev.supportpulse.metrics.query.Catalogue;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.FigureService;
import dev.supportpulse.metrics.query.Freshness;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.query.SpanParameters;
import dev.supportpulse.metrics.window.Window;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code supportpulse_figure{project,figure,part}}: every figure of a rolling window, as the
 * summary answers it; absent where the figure is. Every instance tells the same, so take the
 * maximum over instances.
 */
@ApplicationScoped
public class BusinessGauges {

  private static final Logger LOG = Logger.getLogger(BusinessGauges.class);
  private static final long LONGEST_STOP = 1_000;

  private final FigureService figures;
  private final Catalogue catalogue;
  private final GaugesConfig config;
  private final Clock clock;
  private final MultiGauge values;
  private final MultiGauge pending;
  private final MultiGauge omitted;
  private final MultiGauge behind;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "business-gauges");

  BusinessGauges(
      FigureService figures,
      Catalogue catalogue,
      GaugesConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.config = config;
    this.clock = clock;
    values =
        MultiGauge.builder("supportpulse.figure")
            .description("A figure of the rolling window; absent where it has no value")
            .register(meters);
    pending =
        MultiGauge.builder("supportpulse.pending")
            .description("What the rolling window still waits for")
            .register(meters);
    omitted =
        MultiGauge.builder("supportpulse.figure.projects.omitted")
            .description("Projects beyond supportpulse.metrics.gauges.max-projects")
            .register(meters);
    behind =
        MultiGauge.builder("supportpulse.counting.behind")
            .description("How far the counting is behind the log; absent if nobody knows")
            .register(meters);
  }

  void start(@Observes StartupEvent event) {
    if (config.enabled()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    thread.join(LONGEST_STOP);
  }

  private void work() {
    try {
      while (!stopping.await(config.every().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          refresh();
        } catch (RuntimeException e) {
          LOG.warnf("the business gauges keep their values: %s", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Computes every gauge anew; one whose figure has no value any more goes away. */
  public void refresh() {
    List<String> projects = catalogue.projects();
    List<String> shown = projects.subList(0, Math.min(projects.size(), config.maxProjects()));
    List<Row<?>> figureRows = new ArrayList<>();
    List<Row<?>> pendingRows = new ArrayList<>();
    Freshness.@Nullable Lag lag = null;
    for (String project : shown) {
      Answer answer = ask(project);
      lag = answer.freshness().lag();
      Answer.Point point = answer.points().get(0);
      point
          .only()
          .byName()
          .forEach(
              (name, figure) ->
                  Sample.of(figure)
                      .forEach(
                          sample ->
                              figureRows.add(
                                  Row.of(
                                      Tags.of(
                                          "project",
                                          project,
                                          "figure",
                                          name.wireName(),
                                          "part",
                                          sample.part()),
                                      sample.value()))));
      pendingRows.add(row(project, "texts", point.pending().texts()));
      pendingRows.add(row(project, "sentiments", point.pending().sentiments()));
      pendingRows.add(row(project, "cases", point.pending().cases()));
    }
    values.register(figureRows, true);
    pending.register(pendingRows, true);
    omitted.register(List.of(Row.of(Tags.empty(), projects.size() - shown.size())), true);
    behind.register(rows(lag), true);
  }

  private Answer ask(String project) {
    Instant now = clock.instant();
    Window window = Window.endingAt(now, config.window());
    Question question =
        new Question(
            project,
            List.of(window.from(), window.to()),
            List.of(),
            List.of(),
            EnumSet.allOf(FigureName.class));
    return figures.answer(question, now, SpanParameters.of("window"));
  }

  private static List<Row<?>> rows(Freshness.@Nullable Lag lag) {
    List<Row<?>> rows = new ArrayList<>();
    if (lag != null) {
      rows.add(Row.of(Tags.of("unit", "events"), lag.events()));
      if (lag.time() != null) {
        rows.add(Row.of(Tags.of("unit", "seconds"), (double) lag.time().toMillis() / 1000));
      }
    }
    return rows;
  }

  private static Row<?> row(String project, String kind, long count) {
    return Row.of(Tags.of("project", project, "kind", kind), count);
  }
}
