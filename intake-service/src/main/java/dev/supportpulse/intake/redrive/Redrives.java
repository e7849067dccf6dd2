package dev.supportpulse.intake.redrive;

import dev.supportpulse.intake.audit.AuditTrail;
import dev.supportpulse.intake.audit.Audited;
import dev.supportpulse.intake.audit.AuditedOperation;
import dev.supportpulse.intake.redrive.LetterLog.Span;
import dev.supportpulse.intake.redrive.Report.Line;
import dev.supportpulse.intake.submission.EventReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can do about letters.
 *
 * <p>A letter is put in again before it is marked: whatever happens in between, it is still there,
 * and redriving it once more changes nothing, because identities dedupe. So do two operators who
 * redrive the same letter at once.
 */
public final class Redrives {

  private final LetterLog log;
  private final MarkBook marks;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Plan plan;
  private final Limits limits;

  /**
   * How much is done at once.
   *
   * @param maxAttempts a letter that was tried so often in vain is parked
   * @param maxLooked how many records one call looks at
   */
  public record Limits(int maxAttempts, int maxLooked) {

    public Limits {
      if (maxAttempts < 1 || maxLooked < 1) {
        throw new IllegalArgumentException(
            "both must be at least 1: " + maxAttempts + ", " + maxLooked);
      }
    }
  }

  public Redrives(
      LetterLog log,
      MarkBook marks,
      Outbox outbox,
      AuditTrail audit,
      EventReader events,
      Limits limits) {
    this.log = log;
    this.marks = marks;
    this.outbox = outbox;
    this.audit = audit;
    this.plan = new Plan(events);
    this.limits = limits;
  }

  /**
   * The letters of a topic that pass, by partition and offset.
   *
   * @param visible which letters the operator may see; the others are not there
   * @param after where to go on; null for the beginning
   */
  public Page list(
      String topic, Filter filter, Predicate<Filed> visible, @Nullable LetterId after, int limit) {
    marks.refresh();
    List<Filed> letters = new ArrayList<>();
    Scan scan = scan(topic, filter, visible.and(filter), after, limit, letters::addAll);
    return new Page(letters, scan.looked, scan.next);
  }

  /** That letter, if it is still kept. */
  public Optional<Filed> find(LetterId id) {
    marks.refresh();
    return kept(id).map(this::file);
  }

  /**
   * Puts the selected letters in again.
   *
   * @param visible which letters the operator may touch; the others are not there
   * @param dryRun only says what would become of them
   * @param by who the operator is
   */
  public Report redrive(
      Selection selection,
      Predicate<Filed> visible,
      boolean dryRun,
      String by,
      Instant now,
      @Nullable String note) {
    Mark mark = new Mark(Mark.Kind.REDRIVEN, by, now, note);
    return decide(
        selection, visible, filed -> plan.redrive(filed, selection.meant()), dryRun, mark);
  }

  /** Lays the selected letters to rest; parameters as in {@link #redrive}. */
  public Report park(
      Selection selection,
      Predicate<Filed> visible,
      boolean dryRun,
      String by,
      Instant now,
      @Nullable String note) {
    Mark mark = new Mark(Mark.Kind.PARKED, by, now, note);
    return decide(selection, visible, filed -> Plan.park(filed, selection.meant()), dryRun, mark);
  }

  /** One at a time, so that what one operator did is known to the next. */
  private synchronized Report decide(
      Selection selection,
      Predicate<Filed> visible,
      Function<Filed, Decision> decision,
      boolean dryRun,
      Mark mark) {
    marks.refresh();
    List<Line> lines = new ArrayList<>();
    Consumer<List<Filed>> perChunk =
        chunk -> {
          List<Line> decided =
              chunk.stream().map(filed -> new Line(filed, decision.apply(filed))).toList();
          if (!dryRun) {
            execute(decided, mark);
          }
          lines.addAll(decided);
        };
    if (!selection.letters().isEmpty()) {
      for (LetterId id : selection.letters()) {
        perChunk.accept(kept(id).map(this::file).filter(visible).stream().toList());
      }
      return new Report(lines, null);
    }
    Predicate<Filed> selected =
        filed -> filed.state() == selection.meant() && selection.filter().test(filed);
    Scan scan =
        scan(
            selection.topic(),
            selection.filter(),
            selected.and(visible),
            selection.after(),
            selection.limit(),
            perChunk);
    return new Report(lines, scan.next);
  }

  /** First audited, then out, then marked. */
  private void execute(List<Line> lines, Mark mark) {
    List<Audited> audited = new ArrayList<>();
    List<Outgoing> records = new ArrayList<>();
    Map<LetterId, Mark> done = new HashMap<>();
    for (Line line : lines) {
      if (line.decision() instanceof Decision.Redrive redrive) {
        records.add(redrive.record());
      }
      if (!(line.decision() instanceof Decision.Leave)) {
        audited.add(audited(line.filed().letter(), mark));
        done.put(line.filed().letter().id(), mark);
      }
    }
    if (!audited.isEmpty()) {
      audit.record(audited);
    }
    if (!records.isEmpty()) {
      outbox.send(records);
    }
    if (!done.isEmpty()) {
      marks.write(done);
    }
  }

  private static Audited audited(Letter letter, Mark mark) {
    AuditedOperation operation =
        mark.kind() == Mark.Kind.REDRIVEN
            ? AuditedOperation.REDRIVE_LETTER
            : AuditedOperation.PARK_LETTER;
    return new Audited(mark.by(), operation, letter.project(), letter.id().toString(), mark.at());
  }

  private record Scan(int looked, @Nullable LetterId next) {}

  /** Hands on what passes, chunk by chunk, so that not all of it is in memory at once. */
  private Scan scan(
      String topic,
      Filter bounds,
      Predicate<Filed> passes,
      @Nullable LetterId after,
      int limit,
      Consumer<List<Filed>> perChunk) {
    int looked = 0;
    int found = 0;
    for (Map.Entry<Integer, Span> entry : log.spans(topic, bounds.from()).entrySet()) {
      int partition = entry.getKey();
      Span rest = after(after, partition, entry.getValue());
      while (rest.size() > 0) {
        List<Kept> records = log.read(topic, partition, rest);
        if (records.isEmpty()) {
          break;
        }
        List<Filed> chunk = new ArrayList<>();
        LetterId last = null;
        for (Kept record : records) {
          last = record.id();
          looked++;
          Filed filed = file(record);
          if (passes.test(filed)) {
            chunk.add(filed);
          }
          if (found + chunk.size() >= limit || looked >= limits.maxLooked()) {
            perChunk.accept(chunk);
            return new Scan(looked, last);
          }
        }
        perChunk.accept(chunk);
        found += chunk.size();
        rest = after(last, partition, rest);
      }
    }
    return new Scan(looked, null);
  }

  /** What is left of a partition after that letter. */
  private static Span after(@Nullable LetterId after, int partition, Span span) {
    if (after == null || partition > after.partition()) {
      return span;
    }
    long next = partition < after.partition() ? span.end() : after.offset() + 1;
    return new Span(Math.max(span.begin(), next), span.end());
  }

  private Optional<Kept> kept(LetterId id) {
    Span span = log.spans(id.topic(), null).get(id.partition());
    if (span == null || id.offset() < span.begin() || id.offset() >= span.end()) {
      return Optional.empty();
    }
    return log.read(id.topic(), id.partition(), new Span(id.offset(), id.offset() + 1)).stream()
        .findFirst();
  }

  private Filed file(Kept record) {
    Letter letter = LetterReader.read(record);
    Mark mark = marks.of(letter.id());
    return new Filed(letter, State.of(letter, mark, limits.maxAttempts()), mark);
  }
}
