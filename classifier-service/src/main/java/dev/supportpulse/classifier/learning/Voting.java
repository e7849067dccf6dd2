package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.Vote;
import dev.supportpulse.classifier.onnx.TunedEmbedder;
import dev.supportpulse.classifier.onnx.TunedWeights;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The networks of some settings, tuned on some texts.
 *
 * @param settings say which networks
 */
record Voting(Settings settings, TunedVotes tuned) {

  /** What the networks add to the scores of texts that they were tuned without. */
  Map<LabelledText, double[]> votes(List<LabelledText> texts, List<LabelledText> judged)
      throws IOException {
    Map<LabelledText, double[]> added = new HashMap<>();
    for (Map.Entry<Language, Settings.Tuned> own : settings.tuned().entrySet()) {
      Vote vote = new Vote("", own.getValue().weight());
      tuned
          .votes(own.getValue(), own.getKey(), texts, judged)
          .forEach((text, scores) -> added.put(text, vote.added(new double[Heads.COUNT], scores)));
    }
    return added;
  }

  /** The networks, tuned on all these texts. */
  Map<Language, TunedWeights> weights(List<LabelledText> texts) throws IOException {
    Map<Language, TunedWeights> weights = new EnumMap<>(Language.class);
    for (Map.Entry<Language, Settings.Tuned> own : settings.tuned().entrySet()) {
      weights.put(own.getKey(), tuned.tuned(own.getValue(), own.getKey(), texts));
    }
    return weights;
  }

  /** How a model counts these networks. */
  Map<Language, Vote> counted(Map<Language, TunedWeights> weights) {
    Map<Language, Vote> votes = new EnumMap<>(Language.class);
    settings
        .tuned()
        .forEach(
            (language, own) -> {
              TunedWeights tunedOnAll = weights.get(language);
              if (tunedOnAll != null) {
                votes.put(language, new Vote(TunedEmbedder.space(tunedOnAll), own.weight()));
              }
            });
    return votes;
  }
}
