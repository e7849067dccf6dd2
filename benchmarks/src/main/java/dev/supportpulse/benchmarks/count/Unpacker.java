package dev.supportpulse.benchmarks.count;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.Precedence;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes out what {@link Packer} packed. */
public final class Unpacker {

  private final DataInputStream in;

  public Unpacker(byte[] bytes) {
    this.in = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  public @Nullable String text() {
    return flag() ? read(in::readUTF) : null;
  }

  /** A text that is never missing. */
  public String name() {
    return Objects.requireNonNull(text());
  }

  public <E extends Enum<E>> @Nullable E value(Class<E> type) {
    int ordinal = read(in::readByte);
    return ordinal < 0 ? null : type.getEnumConstants()[ordinal];
  }

  public boolean flag() {
    return read(in::readBoolean);
  }

  public long number() {
    return read(in::readLong);
  }

  public int count() {
    return read(in::readInt);
  }

  public BigDecimal decimal() {
    int scale = count();
    return read(
        () -> {
          byte[] unscaled = new byte[in.readShort()];
          in.readFully(unscaled);
          return new BigDecimal(new BigInteger(unscaled), scale);
        });
  }

  public Instant instant() {
    return Instant.ofEpochSecond(number(), count());
  }

  public Dimensions dimensions() {
    return new Dimensions(
        value(NeedCategory.class), value(Channel.class), text(), value(SupportMode.class));
  }

  public Amount amount() {
    return new Amount(number(), decimal());
  }

  public Tally tally() {
    TreeMap<MeasureKey, Amount> amounts = new TreeMap<>();
    for (int left = count(); left > 0; left--) {
      Measure measure = Objects.requireNonNull(value(Measure.class));
      amounts.put(measure.of(name()), amount());
    }
    return new Tally(amounts);
  }

  public CaseKey caseKey() {
    return new CaseKey(name(), name());
  }

  public KnownIdentity known() {
    String digest = text();
    String day = text();
    return new KnownIdentity(
        digest == null ? null : new Digest(digest),
        day == null ? null : LocalDate.parse(day),
        flag());
  }

  public @Nullable Classification classification() {
    if (!flag()) {
      return null;
    }
    NeedCategory category = Objects.requireNonNull(value(NeedCategory.class));
    Precedence precedence = precedence();
    Sentiment sentiment = value(Sentiment.class);
    Precedence heard = precedence();
    return new Classification(
        category,
        precedence,
        sentiment == null ? null : new Classification.Heard(sentiment, heard));
  }

  private Precedence precedence() {
    return new Precedence(
        Objects.requireNonNull(value(ClassificationOrigin.class)),
        number(),
        Objects.requireNonNull(value(ClassifierTier.class)));
  }

  public LedgerEntry entry() {
    return new LedgerEntry(
        new EventKey(name(), new Identity(name())),
        Objects.requireNonNull(value(EventType.class)),
        name(),
        name(),
        instant(),
        instant(),
        instant(),
        text(),
        text(),
        null,
        dimensions(),
        tally(),
        flag(),
        flag(),
        flag(),
        classification(),
        dimensions());
  }

  private static <T> T read(Read<T> read) {
    try {
      return read.run();
    } catch (IOException e) {
      throw new UncheckedIOException("not what was packed", e);
    }
  }

  @FunctionalInterface
  private interface Read<T> {
    T run() throws IOException;
  }
}
