package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.assessment.LiveTiers;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.CorrectionStore.Extent;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.events.ClassifierTier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this instance in step with what is stored: the champion that somebody promoted is in use,
 * and the challenger has learned every correction. Whatever instance did either, the others follow.
 */
public final class Learning {

  private final Workshop workshop;
  private final ModelSet shipped;
  private final long shippedSequence;
  private final ChallengerTrainer trainer;
  private final LiveTiers live;
  private final ModelStore models;
  private final CorrectionStore corrections;
  private final int mostPerProject;
  private final Clock clock;
  private boolean kept;
  private volatile InUse inUse;
  private volatile @Nullable ModelSet challenger;

  /**
   * Begins with what ships.
   *
   * @param shipped the models that ship, with the thresholds of projects
   * @param live where the champion is put to use
   * @param mostPerProject the latest so many corrections of a project are learned
   */
  public Learning(
      Tiers shipped,
      LiveTiers live,
      ModelStore models,
      CorrectionStore corrections,
      int mostPerProject,
      Clock clock) {
    this.workshop = new Workshop(shipped);
    this.shipped = new ModelSet(workshop.version(clock.instant()), Map.of());
    this.shippedSequence = shipped.models().get(0).info().sequence();
    this.trainer = new ChallengerTrainer(this.shipped.version(), shipped);
    this.live = live;
    this.models = models;
    this.corrections = corrections;
    this.mostPerProject = mostPerProject;
    this.clock = clock;
    this.inUse = new InUse(this.shipped, shippedSequence);
  }

  /** The champion, as this instance uses it. */
  public InUse champion() {
    return inUse;
  }

  /** The challenger that this instance knows; null as long as nothing was learned since. */
  public @Nullable ModelSet challenger() {
    return challenger;
  }

  /** The newest versions first. */
  public List<ModelVersion> versions(int limit) {
    return models.versions(limit);
  }

  /** The newest promotions first. */
  public List<Promotion> promotions(int limit) {
    return models.promotions(limit);
  }

  /**
   * Makes a version the champion; each instance uses it after its next round.
   *
   * @return empty if there is no such version
   */
  public Optional<Promotion> promote(String version, String by) {
    return models.version(version).map(known -> models.promote(version, by, clock.instant()));
  }

  /**
   * Takes out of every version what it learned from a project; other instances use the heads that
   * they have loaded until another version is promoted, or they start again.
   */
  public synchronized void forget(String project) {
    models.forget(project);
    challenger = null;
    models.promotions(1).forEach(this::use);
  }

  /** One round: stores what ships, follows the promotions, learns new corrections. */
  public synchronized void round() {
    if (!kept) {
      models.keep(shipped.version(), workshop.files());
      kept = true;
    }
    followPromotions();
    ModelSet latest = latestChallenger();
    Map<String, Extent> extents = new TreeMap<>();
    corrections.extents().forEach(extent -> extents.put(extent.project(), extent));
    long last = extents.values().stream().mapToLong(Extent::last).max().orElse(0);
    if (last > (latest == null ? 0 : latest.version().through()) || isOutOfDate(latest)) {
      latest = learn(extents, latest);
    }
    challenger = latest == null || isChampion(latest) ? null : latest;
  }

  private boolean isChampion(ModelSet set) {
    return set.version().version().equals(inUse.version().version());
  }

  /** Whether it was compared with another champion than today's. */
  private boolean isOutOfDate(@Nullable ModelSet latest) {
    return latest != null
        && !isChampion(latest)
        && latest.version().report() != null
        && !latest.version().report().against().equals(inUse.version().version());
  }

  private void followPromotions() {
    Optional<Promotion> newest = models.promotions(1).stream().findFirst();
    if (newest.isPresent() && newest.get().sequence() != inUse.sequence()) {
      use(newest.get());
    }
  }

  private void use(Promotion promotion) {
    try {
      ModelSet set = load(promotion.version());
      Map<ClassifierTier, byte[]> base =
          set.version().shipped().equals(shipped.version().version())
              ? Map.of()
              : models.content(set.version().shipped());
      live.use(workshop.tiers(set, promotion.sequence(), base));
      inUse = new InUse(set, promotion.sequence());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the champion %s can't be used here; promote another version: %s"
              .formatted(promotion.version(), e.getMessage()),
          e);
    }
  }

  private ModelSet load(String version) throws IOException {
    ModelVersion stored =
        models
            .version(version)
            .orElseThrow(() -> new IOException("there is no version " + version));
    return Workshop.set(stored, stored.isShipped() ? Map.of() : models.content(version));
  }

  private @Nullable ModelSet latestChallenger() {
    Optional<ModelVersion> newest = models.newestLearned(shipped.version().version());
    if (newest.isEmpty()) {
      return null;
    }
    if (newest.get().version().equals(inUse.version().version())) {
      return inUse.set();
    }
    ModelSet known = challenger;
    try {
      return known != null && known.version().version().equals(newest.get().version())
          ? known
          : load(newest.get().version());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ModelSet learn(Map<String, Extent> extents, @Nullable ModelSet before) {
    Map<String, List<CorrectedText>> texts = new TreeMap<>();
    extents.forEach(
        (project, extent) ->
            texts.put(
                project,
                CorrectedText.of(corrections.learnable(project, extent.last(), mostPerProject))));
    ModelSet learned = trainer.train(texts, inUse.set(), before, clock.instant());
    models.keep(learned.version(), Workshop.files(learned));
    return learned;
  }

  /**
   * A version that classifies.
   *
   * @param sequence the precedence of what it says
   */
  public record InUse(ModelSet set, long sequence) {

    /** The version itself. */
    public ModelVersion version() {
      return set.version();
    }
  }
}
