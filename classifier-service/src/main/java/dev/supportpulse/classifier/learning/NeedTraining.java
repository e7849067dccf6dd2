package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Calibrations;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.TermHeads;
import dev.supportpulse.classifier.need.TextProfile;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.classifier.need.Vote;
import dev.supportpulse.classifier.onnx.TunedWeights;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The training of the need model of one tier. */
record NeedTraining(Corpus corpus, Settings settings, Coordinates coordinates, Voting voting) {

  private static final int FOLDS = 5;

  /**
   * Cross-validates, prints the tables, and trains.
   *
   * @param weights the networks that vote, tuned on the corpus
   * @param panels what is to be drawn is added here
   */
  NeedModel run(
      LocalDate trainedOn,
      long sequence,
      Map<Language, TunedWeights> weights,
      List<CalibrationPlot.Panel> panels)
      throws IOException {
    HeadTrainer trainer = new HeadTrainer(settings, coordinates);
    CrossValidation validation = new CrossValidation(trainer, coordinates, voting);
    List<Judged> random = validation.randomFolds(corpus.texts(), FOLDS);
    List<Judged> collectionsOut = validation.collectionsOut(corpus.texts());

    Calibrations calibrations = CalibrationFit.fit(random);
    Thresholds thresholds =
        ThresholdFit.fit(random.stream().map(text -> text.under(calibrations)).toList());
    Evaluation randomFolds = new Evaluation(CalibrationFit.crossFitted(random));
    Evaluation strangers =
        new Evaluation(
            collectionsOut.stream().map(text -> text.under(calibrations, thresholds)).toList());

    Report report = new Report(System.out);
    String tier = settings.tier().name().toLowerCase(Locale.ROOT);
    report.table(tier + ": random " + FOLDS + "-fold", randomFolds);
    report.table(tier + ": one collection left out at a time", strangers);
    for (Language language : Language.values()) {
      panels.add(
          new CalibrationPlot.Panel(
              tier + ", " + language.name().toLowerCase(Locale.ROOT),
              randomFolds.where(text -> text.language().equals(language.tag()))));
    }
    Map<Language, Vote> votes = voting.counted(weights);
    ModelInfo info =
        new ModelInfo(
            version(calibrations, thresholds, votes),
            sequence,
            trainedOn,
            counts(),
            corpus.hashes(),
            figures(randomFolds, strangers));
    Trained trained = trainer.train(corpus.texts());
    return new NeedModel(
        info,
        trained.heads(),
        trained.dense(),
        votes,
        calibrations,
        thresholds,
        profile(corpus.texts(), trained.heads()));
  }

  /** What texts are like, by what they are about and by the terms that heads know. */
  static TextProfile profile(List<LabelledText> texts, TermHeads heads) {
    List<TextProfile.Read> middle = new ArrayList<>();
    List<TextProfile.Read> others = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      LabelledText text = texts.get(i);
      (i % 5 < 3 ? middle : others)
          .add(new TextProfile.Read(Heads.of(text.label()), heads.whole().weigh(text.features())));
    }
    return TextProfile.of(middle, others);
  }

  /**
   * Names what decides a model: data, parameters, feature scheme, networks, calibration and
   * thresholds.
   */
  private String version(
      Calibrations calibrations, Thresholds thresholds, Map<Language, Vote> votes) {
    String decides =
        String.join(
            "|",
            new TreeMap<>(corpus.hashes()).toString(),
            settings.describe(),
            FeatureVector.SCHEME,
            new TreeMap<>(votes).toString(),
            describe(calibrations),
            Heads.categories().stream().map(thresholds::auto).toList().toString());
    String hash = Corpus.sha256(decides.getBytes(StandardCharsets.UTF_8));
    String kind = settings.tier() == ClassifierTier.FAST ? "linear-" : "embedding-";
    return kind + hash.substring(0, 12);
  }

  private static String describe(Calibrations calibrations) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(calibrations.byLanguage())
        .forEach(
            (language, own) ->
                all.append(language.tag())
                    .append(own.slope())
                    .append(Arrays.toString(own.offsets())));
    return all.toString();
  }

  private Map<NeedCategory, Integer> counts() {
    Map<NeedCategory, Integer> counts = new EnumMap<>(NeedCategory.class);
    corpus.texts().forEach(text -> counts.merge(text.label(), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Double> figures(Evaluation random, Evaluation strangers) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("macroF1", random.macroF1());
    figures.put("macroF1.en", random.where(text -> text.language().equals("en")).macroF1());
    figures.put("macroF1.zh", random.where(text -> text.language().equals("zh")).macroF1());
    figures.put("calibrationError", random.calibrationError());
    figures.put("autoCoverage", Report.share(random.automatic(), random));
    figures.put("autoPrecision", random.automatic().accuracy());
    figures.put("newCollections.macroF1", strangers.macroF1());
    figures.put("newCollections.calibrationError", strangers.calibrationError());
    return figures;
  }
}
