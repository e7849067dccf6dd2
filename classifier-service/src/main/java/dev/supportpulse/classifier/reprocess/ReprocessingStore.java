package dev.supportpulse.classifier.reprocess;

import dev.supportpulse.events.ClassifierTier;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers what is to be classified again. */
public interface ReprocessingStore {

  /** Stores a wish. */
  Reprocessing request(
      @Nullable String project,
      @Nullable ClassifierTier tier,
      Instant at,
      String by,
      Map<Integer, Long> begins,
      Map<Integer, Long> ends);

  /** The wish of that id. */
  Optional<Reprocessing> find(long id);

  /** The oldest one that is not finished. */
  Optional<Reprocessing> oldestOpen();

  /** Notes that it is done; nothing changes if that was noted before. */
  void finished(long id, Instant at);
}
