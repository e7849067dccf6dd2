package dev.supportpulse.benchmarks.count;

import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.Precedence;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Tally;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Packs what peers keep into few bytes; {@link Unpacker} takes it in the same order. */
public final class Packer {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** What was packed. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  public Packer text(@Nullable String value) {
    return write(
        () -> {
          out.writeBoolean(value != null);
          if (value != null) {
            out.writeUTF(value);
          }
        });
  }

  @SuppressWarnings("EnumOrdinal") // nothing that is packed outlives the process
  public Packer value(@Nullable Enum<?> value) {
    return write(() -> out.writeByte(value == null ? -1 : value.ordinal()));
  }

  public Packer flag(boolean value) {
    return write(() -> out.writeBoolean(value));
  }

  public Packer number(long value) {
    return write(() -> out.writeLong(value));
  }

  public Packer count(int value) {
    return write(() -> out.writeInt(value));
  }

  public Packer decimal(BigDecimal value) {
    byte[] unscaled = value.unscaledValue().toByteArray();
    return write(
        () -> {
          out.writeInt(value.scale());
          out.writeShort(unscaled.length);
          out.write(unscaled);
        });
  }

  public Packer instant(Instant value) {
    return number(value.getEpochSecond()).count(value.getNano());
  }

  public Packer dimensions(Dimensions value) {
    return value(value.category()).value(value.channel()).text(value.tier()).value(value.mode());
  }

  public Packer amount(Amount value) {
    return number(value.n()).decimal(value.sum());
  }

  public Packer tally(Tally value) {
    count(value.amounts().size());
    value
        .amounts()
        .forEach((key, amount) -> value(key.measure()).text(key.detail()).amount(amount));
    return this;
  }

  public Packer caseKey(CaseKey value) {
    return text(value.project()).text(value.caseId());
  }

  public Packer known(KnownIdentity value) {
    LocalDate day = value.day();
    return text(value.digest() == null ? null : value.digest().hex())
        .text(day == null ? null : day.toString())
        .flag(value.voided());
  }

  public Packer classification(@Nullable Classification value) {
    flag(value != null);
    return value == null
        ? this
        : value(value.category())
            .precedence(value.precedence())
            .value(value.sentiment())
            .precedence(value.heard() == null ? value.precedence() : value.heard().precedence());
  }

  private Packer precedence(Precedence value) {
    return value(value.origin()).number(value.sequence()).value(value.tier());
  }

  public Packer entry(LedgerEntry value) {
    return text(value.key().project())
        .text(value.key().identity().hex())
        .value(value.type())
        .text(value.source())
        .text(value.id())
        .instant(value.occurredAt())
        .instant(value.receivedAt())
        .instant(value.recordedAt())
        .text(value.caseId())
        .text(value.account())
        .dimensions(value.own())
        .tally(value.tally())
        .flag(value.classifiable())
        .flag(value.lacksSentiment())
        .flag(value.voided())
        .classification(value.classification())
        .dimensions(value.counted());
  }

  private Packer write(Write write) {
    try {
      write.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory doesn't fail", e);
    }
  }

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }
}
