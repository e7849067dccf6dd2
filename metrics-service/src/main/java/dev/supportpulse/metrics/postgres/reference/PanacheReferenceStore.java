package dev.supportpulse.metrics.postgres.reference;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.ExchangeTable;
import dev.supportpulse.metrics.cost.RateCard;
import dev.supportpulse.metrics.cost.RateCards;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.figure.Fraction;
import dev.supportpulse.metrics.figure.Weights;
import dev.supportpulse.metrics.postgres.BusinessHoursJson;
import dev.supportpulse.metrics.postgres.CaseRecount;
import dev.supportpulse.metrics.reference.Change;
import dev.supportpulse.metrics.reference.FigureWeights;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.reference.References;
import dev.supportpulse.metrics.satisfaction.Baseline;
import dev.supportpulse.metrics.window.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reference data in PostgreSQL. */
@ApplicationScoped
@Transactional
public class PanacheReferenceStore implements ReferenceStore {

  private static final String WEIGHTED_CSAT = "weightedCsat";
  private static final String WEIGHTED_SATISFACTION = "weightedSatisfaction";
  private static final String COMPOSITE_EFFICIENCY = "compositeEfficiency";

  private final EntityManager entities;
  private final BusinessHoursJson businessHours;
  private final CaseRecount cases;

  PanacheReferenceStore(
      EntityManager entities, BusinessHoursJson businessHours, CaseRecount cases) {
    this.entities = entities;
    this.businessHours = businessHours;
    this.cases = cases;
  }

  @Override
  public References of(String project) {
    return new References(
        baseline(BaselineRow.findById(project)),
        weights(WeightsRow.list("project", project)),
        rateCards(RateCardRow.list("project", project)),
        budget(BudgetRow.findById(project)),
        targets(project).orElse(Targets.NONE),
        exchangeTables(ExchangeTableRow.list("project", project)));
  }

  @Override
  public Optional<Targets> targets(String project) {
    return TargetsRow.<TargetsRow>findByIdOptional(project)
        .map(
            row ->
                new Targets(
                    row.firstResponse(),
                    row.resolution(),
                    row.qualityFloor,
                    businessHours.read(row.businessHours)));
  }

  @Override
  public void put(String project, Baseline baseline, Change change) {
    Audit.inOrder(project, "baseline", change);
    BaselineRow row = new BaselineRow();
    row.project = project;
    row.numerator = new BigDecimal(baseline.netSatisfaction().numerator());
    row.denominator = new BigDecimal(baseline.netSatisfaction().denominator());
    Window period = baseline.period();
    row.from = period == null ? null : period.from();
    row.to = period == null ? null : period.to();
    entities.merge(row);
  }

  @Override
  public void put(String project, FigureWeights weights, Change change) {
    Audit.inOrder(project, "weights", change);
    put(project, WEIGHTED_CSAT, weights.weightedCsat());
    put(project, WEIGHTED_SATISFACTION, weights.weightedSatisfaction());
    put(project, COMPOSITE_EFFICIENCY, weights.compositeEfficiency());
  }

  @Override
  public void put(String project, RateCard card, Change change) {
    Audit.inOrder(project, "rate-card", change);
    RateCardRow row =
        RateCardRow.<RateCardRow>find("project = ?1 and validFrom = ?2", project, card.validFrom())
            .firstResultOptional()
            .orElseGet(RateCardRow::new);
    row.project = project;
    row.validFrom = card.validFrom();
    row.currency = card.currency();
    row.items.clear();
    row.items.putAll(card.items());
    row.persist();
  }

  @Override
  public void put(String project, ExchangeTable table, Change change) {
    Audit.inOrder(project, "exchange-rates", change);
    ExchangeTableRow row =
        ExchangeTableRow.<ExchangeTableRow>find(
                "project = ?1 and currency = ?2 and validFrom = ?3",
                project,
                table.currency(),
                table.validFrom())
            .firstResultOptional()
            .orElseGet(ExchangeTableRow::new);
    row.project = project;
    row.currency = table.currency();
    row.validFrom = table.validFrom();
    row.rates.clear();
    row.rates.putAll(table.rates());
    row.persist();
  }

  @Override
  public void put(String project, Budget budget, Change change) {
    Audit.inOrder(project, "budget", change);
    BudgetRow row = new BudgetRow();
    row.project = project;
    row.amount = budget.amount();
    row.currency = budget.currency();
    row.from = budget.period().from();
    row.to = budget.period().to();
    entities.merge(row);
  }

  @Override
  public void put(String project, Targets targets, Change change) {
    Audit.inOrder(project, "targets", change);
    TargetsRow row = new TargetsRow();
    row.project = project;
    row.firstResponseSeconds =
        targets.firstResponse() == null ? null : targets.firstResponse().toSeconds();
    row.resolutionSeconds = targets.resolution() == null ? null : targets.resolution().toSeconds();
    row.qualityFloor = targets.qualityFloor();
    row.businessHours = businessHours.write(targets.businessHours());
    entities.merge(row);
    entities.flush();
    entities.unwrap(Session.class).doWork(connection -> cases.under(targets, project, connection));
  }

  private static void put(String project, String figure, Weights weights) {
    WeightsRow row =
        WeightsRow.<WeightsRow>find("project = ?1 and figure = ?2", project, figure)
            .firstResultOptional()
            .orElseGet(WeightsRow::new);
    row.project = project;
    row.figure = figure;
    row.components.clear();
    row.components.putAll(weights.byName());
    row.persist();
  }

  private static @Nullable Baseline baseline(@Nullable BaselineRow row) {
    if (row == null) {
      return null;
    }
    Fraction value = Fraction.of(row.numerator).over(Fraction.of(row.denominator));
    return new Baseline(
        value, row.from == null || row.to == null ? null : new Window(row.from, row.to));
  }

  private static @Nullable Budget budget(@Nullable BudgetRow row) {
    return row == null ? null : new Budget(row.amount, row.currency, new Window(row.from, row.to));
  }

  private static RateCards rateCards(List<RateCardRow> rows) {
    return new RateCards(
        rows.stream()
            .map(row -> new RateCard(row.currency, new TreeMap<>(row.items), row.validFrom))
            .toList());
  }

  private static List<ExchangeTable> exchangeTables(List<ExchangeTableRow> rows) {
    return rows.stream()
        .map(row -> new ExchangeTable(row.currency, new TreeMap<>(row.rates), row.validFrom))
        .toList();
  }

  private static FigureWeights weights(List<WeightsRow> rows) {
    Map<String, Map<String, BigDecimal>> byFigure = new HashMap<>();
    rows.forEach(row -> byFigure.put(row.figure, row.components));
    return new FigureWeights(
        weights(byFigure.get(WEIGHTED_CSAT), FigureWeights.DEFAULT.weightedCsat()),
        weights(byFigure.get(WEIGHTED_SATISFACTION), FigureWeights.DEFAULT.weightedSatisfaction()),
        weights(byFigure.get(COMPOSITE_EFFICIENCY), FigureWeights.DEFAULT.compositeEfficiency()));
  }

  /** The stored weights in the order of the formula. */
  private static Weights weights(@Nullable Map<String, BigDecimal> stored, Weights defaults) {
    if (stored == null) {
      return defaults;
    }
    Map<String, BigDecimal> ordered = new LinkedHashMap<>();
    defaults.names().forEach(name -> ordered.put(name, stored.getOrDefault(name, BigDecimal.ZERO)));
    return new Weights(ordered);
  }
}
