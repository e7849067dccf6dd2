package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.metrics.ledger.Cell;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One additive count. */
@Entity
@Table(name = "bucket")
public class BucketRow {

  @EmbeddedId private Id id;

  private long n;

  @Column(columnDefinition = "numeric")
  private BigDecimal sum;

  /** What is counted where; a missing dimension is empty, since a key can't be null. */
  @Embeddable
  public record Id(
      String project,
      @Enumerated(EnumType.STRING) Granule granule,
      Instant start,
      @Enumerated(EnumType.STRING) Measure measure,
      String detail,
      String category,
      String channel,
      String tier,
      String mode) {

    static Id of(Granule granule, Cell cell, MeasureKey measure) {
      return new Id(
          cell.project(),
          granule,
          granule.floor(cell.start()),
          measure.measure(),
          measure.detail(),
          text(cell.dimensions().category()),
          text(cell.dimensions().channel()),
          text(cell.dimensions().tier()),
          text(cell.dimensions().mode()));
    }

    private static String text(@Nullable Object dimension) {
      return dimension == null ? "" : dimension.toString();
    }
  }

  /** For JPA. */
  protected BucketRow() {}

  BucketRow(Id id) {
    this.id = id;
    this.sum = BigDecimal.ZERO;
  }

  Id id() {
    return id;
  }

  Amount amount() {
    return new Amount(n, sum);
  }

  void add(Amount amount) {
    n += amount.n();
    sum = sum.add(amount.sum());
  }
}
