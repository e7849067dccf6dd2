package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.ProjectHeads;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedCategory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a challenger of corrections: heads of its own for each project that has some, in every
 * tier, on top of the models that ship. The same corrections give the same version, wherever it is
 * made. Not safe for use by several threads.
 */
final class ChallengerTrainer {

  private static final int FOLDS = 5;

  /** Texts that are kept as the accurate tier read them: reading one takes it 50 ms. */
  private static final int REMEMBERED = 4_000;

  private final ModelVersion shipped;
  private final Map<ClassifierTier, Student> students = new EnumMap<>(ClassifierTier.class);

  /**
   * Learns nothing yet.
   *
   * @param shipped the version that is built on
   * @param tiers its models
   */
  ChallengerTrainer(ModelVersion shipped, Tiers tiers) {
    this.shipped = shipped;
    for (ClassifierTier tier : ClassifierTier.values()) {
      if (tiers.has(tier)) {
        students.put(tier, new Student(tiers.of(tier)));
      }
    }
  }

  /**
   * A challenger that has learned all of these corrections.
   *
   * @param corrections by project
   * @param champion which it is compared with
   * @param before the challenger before it, whose heads are taken over where nothing changed
   */
  ModelSet train(
      Map<String, List<CorrectedText>> corrections,
      ModelSet champion,
      @Nullable ModelSet before,
      Instant madeAt) {
    Map<String, Lesson> lessons = new TreeMap<>();
    corrections.forEach((project, texts) -> lessons.put(project, CorrectedText.lesson(texts)));
    Map<ClassifierTier, Map<String, ProjectHeads>> heads = new EnumMap<>(ClassifierTier.class);
    Map<ClassifierTier, Comparison> onCorrections = new EnumMap<>(ClassifierTier.class);
    Map<ClassifierTier, Comparison> onHeldBack = new EnumMap<>(ClassifierTier.class);
    students.forEach(
        (tier, student) -> {
          Map<String, ProjectHeads> ofTier = new HashMap<>();
          List<Comparison.Judged> judged = new ArrayList<>();
          List<Comparison.Judged> heldBack = new ArrayList<>();
          corrections.forEach(
              (project, texts) -> {
                ProjectHeads old = champion.of(tier, project);
                ProjectHeads known =
                    before != null && isUnchanged(project, lessons, before)
                        ? before.of(tier, project)
                        : null;
                ProjectHeads own = known == null ? student.learn(texts) : known;
                ofTier.put(project, own);
                if (!isUnchanged(project, lessons, champion)) {
                  long from = champion.version().through(project);
                  judged.addAll(student.judge(texts, from, old));
                  heldBack.addAll(student.heldBack(old, own));
                }
              });
          heads.put(tier, ofTier);
          onCorrections.put(tier, Comparison.of(judged));
          onHeldBack.put(tier, Comparison.of(heldBack));
        });
    ShadowReport report = ShadowReport.of(champion.version().version(), onCorrections, onHeldBack);
    return new ModelSet(version(lessons, madeAt, report), heads);
  }

  private static boolean isUnchanged(String project, Map<String, Lesson> lessons, ModelSet other) {
    Lesson lesson = lessons.get(project);
    return lesson != null && lesson.equals(other.version().lessons().get(project));
  }

  private ModelVersion version(Map<String, Lesson> lessons, Instant madeAt, ShadowReport report) {
    String corrections = Corpus.sha256(lessons.toString().getBytes(StandardCharsets.UTF_8));
    String decides = shipped.version() + "|" + corrections + "|" + ProjectTrainer.SETTINGS;
    String hash = Corpus.sha256(decides.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    Map<ClassifierTier, ModelInfo> models = new EnumMap<>(ClassifierTier.class);
    shipped.models().forEach((tier, info) -> models.put(tier, taught(info, hash, corrections)));
    return new ModelVersion("learned-" + hash, shipped.version(), madeAt, models, lessons, report);
  }

  private static ModelInfo taught(ModelInfo shipped, String hash, String corrections) {
    Map<String, String> hashes = new LinkedHashMap<>(shipped.dataHashes());
    hashes.put("corrections", corrections);
    return new ModelInfo(
        shipped.version() + "+" + hash,
        shipped.sequence(),
        shipped.trainedOn(),
        shipped.texts(),
        hashes,
        shipped.figures());
  }

  /** One tier: how its shared model reads texts, and what is made of them. */
  private static final class Student {

    private final NeedClassifier shared;
    private @Nullable Rehearsal rehearsal;
    private final Map<CorrectedText, Example> known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<CorrectedText, Example> eldest) {
            return size() > REMEMBERED;
          }
        };

    Student(NeedClassifier shared) {
      this.shared = shared;
    }

    ProjectHeads learn(List<CorrectedText> texts) {
      return ProjectTrainer.train(
          texts.stream().map(this::example).toList(), rehearsal().rehearsed());
    }

    /** Each text that is newer than that, by the champion and by heads that didn't learn it. */
    List<Comparison.Judged> judge(
        List<CorrectedText> texts, long newerThan, @Nullable ProjectHeads champion) {
      List<Comparison.Judged> judged = new ArrayList<>();
      for (int fold = 0; fold < FOLDS; fold++) {
        List<CorrectedText> others = new ArrayList<>();
        List<CorrectedText> out = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
          boolean isOut = i % FOLDS == fold && texts.get(i).learnable() > newerThan;
          (isOut ? out : others).add(texts.get(i));
        }
        if (!out.isEmpty()) {
          ProjectHeads heads = learn(others);
          out.stream()
              .map(this::example)
              .forEach(text -> judged.add(judged(text, champion, heads)));
        }
      }
      return judged;
    }

    List<Comparison.Judged> heldBack(@Nullable ProjectHeads champion, ProjectHeads challenger) {
      return rehearsal().heldBack().stream()
          .map(text -> judged(text, champion, challenger))
          .toList();
    }

    private static Comparison.Judged judged(
        Example text, @Nullable ProjectHeads champion, ProjectHeads challenger) {
      NeedCategory label = text.label();
      return new Comparison.Judged(
          label, text.categoryWith(champion), text.categoryWith(challenger));
    }

    private Example example(CorrectedText text) {
      return known.computeIfAbsent(
          text, read -> new Example(read.label(), shared.read(read.text(), null)));
    }

    private Rehearsal rehearsal() {
      Rehearsal read = rehearsal;
      if (read == null) {
        read = Rehearsal.read(shared);
        rehearsal = read;
      }
      return read;
    }
  }
}
