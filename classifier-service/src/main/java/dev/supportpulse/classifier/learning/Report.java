package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Trait;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.Sentiment;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Prints the tables of the model card, in Markdown. */
record Report(PrintStream out) {

  void table(String title, Evaluation all) {
    Map<String, Evaluation> parts = new LinkedHashMap<>();
    parts.put("all", all);
    parts.put("English", all.where(text -> text.language().equals("en")));
    parts.put("Chinese", all.where(text -> text.language().equals("zh")));
    Evaluation found = all.where(text -> !text.isWritten());
    parts.put("public English", found.where(text -> text.language().equals("en")));
    parts.put("public Chinese", found.where(text -> text.language().equals("zh")));
    out.printf("%n### %s%n%n| | %s |%n|---|", title, String.join(" | ", parts.keySet()));
    parts.forEach((name, part) -> out.print("---|"));
    row("texts", parts, part -> Integer.toString(part.texts()));
    row("macro-F1", parts, part -> figure(part.macroF1()));
    row("accuracy", parts, part -> figure(part.accuracy()));
    row("calibration error (ECE)", parts, part -> figure(part.calibrationError()));
    row("AUTO: coverage", parts, part -> figure(share(part.automatic(), part)));
    row("AUTO: precision", parts, part -> figure(part.automatic().accuracy()));
    for (NeedCategory category : Heads.categories()) {
      row(
          category + ": F1 (precision, recall; n)",
          parts,
          part ->
              "%s (%s, %s; %d)"
                  .formatted(
                      figure(part.f1(category)),
                      figure(part.precision(category)),
                      figure(part.recall(category)),
                      part.labelled(category)));
    }
    out.println();
  }

  /** The tables of sentiment and of secondary tags. */
  void traits(String title, TraitEvaluation all) {
    Map<String, TraitEvaluation> parts = new LinkedHashMap<>();
    parts.put("all", all);
    parts.put("English", all.where(text -> text.language().equals("en")));
    parts.put("Chinese", all.where(text -> text.language().equals("zh")));
    out.printf("%n### %s%n%n| | %s |%n|---|", title, String.join(" | ", parts.keySet()));
    parts.forEach((name, part) -> out.print("---|"));
    row("texts", parts, part -> Integer.toString(part.texts()));
    row("sentiment: accuracy", parts, part -> figure(part.sentimentAccuracy()));
    row("sentiment: macro-F1", parts, part -> figure(part.sentimentMacroF1()));
    row(
        "sentiment: calibration error (ECE)",
        parts,
        part -> figure(part.sentimentCalibrationError()));
    for (Sentiment sentiment : Sentiment.values()) {
      row(sentiment + ": F1 (precision, recall; n)", parts, part -> cell(part.of(sentiment)));
    }
    for (Trait trait : Trait.values()) {
      if (!trait.isSentiment()) {
        row(trait + ": F1 (precision, recall; n)", parts, part -> cell(part.of(trait)));
      }
    }
    out.println();
  }

  private static String cell(TraitEvaluation.Counts counts) {
    return "%s (%s, %s; %d)"
        .formatted(
            figure(counts.f1()),
            figure(counts.precision()),
            figure(counts.recall()),
            counts.labelled());
  }

  private <E> void row(String name, Map<String, E> parts, Function<E, String> cell) {
    List<String> cells = new ArrayList<>();
    parts.values().forEach(part -> cells.add(cell.apply(part)));
    out.printf("%n| %s | %s |", name, String.join(" | ", cells));
  }

  /** How many of the whole's texts are in the part. */
  static double share(Evaluation part, Evaluation whole) {
    return (double) part.texts() / whole.texts();
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
