package dev.supportpulse.client.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.client.EventJson;
import dev.supportpulse.client.IntakeClient;
import dev.supportpulse.client.OrderedSender;
import dev.supportpulse.client.generated.model.BatchResult;
import dev.supportpulse.client.generated.model.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * One import: reads rows, sends them, writes down what isn't accepted and how far it came. Memory
 * doesn't grow with the file, but for the fingerprints of rows without an id.
 */
final class Import {

  private static final long CHECKPOINT_NANOS = Duration.ofSeconds(1).toNanos();

  private final ImportOptions options;
  private final IntakeClient client;
  private final CheckpointFile checkpoints;
  private final ErrorFile errors;
  private final ImportProgress progress;
  private Checkpoint done;
  private Tally tally;
  private long lastRow;
  private long checkpointed = System.nanoTime();

  Import(
      ImportOptions options,
      IntakeClient client,
      CheckpointFile checkpoints,
      ErrorFile errors,
      Checkpoint from,
      ImportProgress progress) {
    this.options = options;
    this.client = client;
    this.checkpoints = checkpoints;
    this.errors = errors;
    this.progress = progress;
    this.done = from;
    this.tally = from.tally();
    this.lastRow = from.row();
  }

  /** Imports what isn't settled yet and tells what became of all rows. */
  Tally run(Rows rows) throws IOException, InterruptedException {
    Completion completion = new Completion(options.project(), options.source());
    long settledBefore = done.row();
    try (OrderedSender<Chunk> sender =
        new OrderedSender<>(client, options.parallel(), this::settled)) {
      Chunk chunk = new Chunk(options.limits());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        Row completed = completed(row, completion);
        if (row.number() <= settledBefore) {
          continue;
        }
        Chunk.Entry entry = entry(completed);
        if (!chunk.add(entry)) {
          sender.send(chunk, chunk.events());
          chunk = new Chunk(options.limits());
          chunk.add(entry);
        }
      }
      sender.send(chunk, chunk.events());
      sender.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (lastRow > 0) {
        checkpoint();
      }
    }
    return tally;
  }

  /** Settled rows are completed too: the ids of later ones depend on how many were equal. */
  private static Row completed(Row row, Completion completion) {
    return row instanceof Row.Event read
        ? new Row.Event(read.number(), completion.complete(read.event()))
        : row;
  }

  private static Chunk.Entry entry(Row row) {
    if (row instanceof Row.Unreadable unreadable) {
      return new Chunk.Entry(row.number(), null, unreadable.fault());
    }
    ObjectNode event = ((Row.Event) row).event();
    try {
      return new Chunk.Entry(row.number(), EventJson.of(Json.ROWS.writeValueAsBytes(event)), null);
    } catch (JsonProcessingException e) {
      return new Chunk.Entry(
          row.number(),
          null,
          new RowFault(
              "INVALID_TEXT", "", "holds half of a surrogate pair: write whole characters"));
    }
  }

  private void settled(Chunk chunk, List<BatchResult> results) {
    try {
      Iterator<BatchResult> told = results.iterator();
      for (Chunk.Entry entry : chunk.entries()) {
        RowFault fault = entry.fault();
        if (fault == null) {
          tally = tally.plus(settled(entry, told.next()));
        } else {
          tally = tally.plus(new Tally(0, 0, 1));
          errors.add(
              new ErrorFile.Line(
                  entry.row(), null, "REJECTED", fault.code(), fault.field(), fault.message()));
        }
        lastRow = entry.row();
      }
      if (System.nanoTime() - checkpointed > CHECKPOINT_NANOS) {
        checkpoint();
      }
      progress.settled(tally);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Tally settled(Chunk.Entry entry, BatchResult result) throws IOException {
    if (result.getStatus() == Status.ACCEPTED || result.getStatus() == Status.DUPLICATE) {
      return new Tally(1, 0, 0);
    }
    errors.add(
        new ErrorFile.Line(
            entry.row(),
            result.getId(),
            String.valueOf(result.getStatus()),
            result.getCode(),
            result.getField(),
            result.getMessage()));
    return result.getStatus() == Status.QUARANTINED ? new Tally(0, 1, 0) : new Tally(0, 0, 1);
  }

  /** First the errors, then the checkpoint that counts them. */
  private void checkpoint() throws IOException {
    done = done.at(lastRow, tally, errors.flush());
    checkpoints.write(done);
    checkpointed = System.nanoTime();
  }
}
