package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.intake.redrive.Decision;
import dev.supportpulse.intake.redrive.Filed;
import dev.supportpulse.intake.redrive.Report;
import dev.supportpulse.intake.redrive.State;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became, or after a dry run would become, of the letters. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RedriveReport")
public record RedriveReport(
    @Schema(description = "whether nothing was done") boolean dryRun,
    @Schema(description = "how many were put in again or parked, or would be") long done,
    @Schema(description = "how many stay as they are") long left,
    List<Line> letters,
    @Schema(description = "there may be more: go on `after` this one") @Nullable String next) {

  /** What is done with a letter. */
  @Schema(name = "RedriveAction")
  public enum Action {
    /** It is put in again. */
    REDRIVE,
    /** It is parked. */
    PARK,
    /** It stays as it is. */
    NONE
  }

  /** One letter. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RedriveLine")
  public record Line(
      @Schema(examples = "support.metrics.dead-letters/0/17") String id,
      @Schema(description = "before") State state,
      String code,
      @Nullable String project,
      Action action,
      @Schema(description = "where it is put", examples = "support.events") @Nullable String to,
      @Schema(description = "the how-manieth attempt that is") @Nullable Integer attempt,
      @Schema(description = "why it stays, and the remedy") @Nullable String why) {}

  static RedriveReport of(Report report, boolean dryRun) {
    List<Line> lines = report.lines().stream().map(RedriveReport::line).toList();
    long left = lines.stream().filter(line -> line.action() == Action.NONE).count();
    return new RedriveReport(
        dryRun,
        lines.size() - left,
        left,
        lines,
        report.next() == null ? null : report.next().toString());
  }

  private static Line line(Report.Line line) {
    Filed filed = line.filed();
    if (line.decision() instanceof Decision.Redrive redrive) {
      return line(filed, Action.REDRIVE, redrive.record().topic(), redrive.attempt(), null);
    }
    if (line.decision() instanceof Decision.Leave leave) {
      return line(filed, Action.NONE, null, null, leave.why());
    }
    return line(filed, Action.PARK, null, null, null);
  }

  private static Line line(
      Filed filed,
      Action action,
      @Nullable String to,
      @Nullable Integer attempt,
      @Nullable String why) {
    return new Line(
        filed.letter().id().toString(),
        filed.state(),
        filed.letter().code(),
        filed.letter().project(),
        action,
        to,
        attempt,
        why);
  }
}
