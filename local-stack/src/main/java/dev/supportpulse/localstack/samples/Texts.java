package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.supportpulse.events.NeedCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What users of one project write. Sentences come from a phrasebook for each language; their slots,
 * such as {@code {component}}, are filled with the project's own words.
 */
final class Texts {

  /** The languages that users write in (BCP 47). */
  static final List<String> LANGUAGES = List.of("en", "zh");

  /** Needs that nobody gets angry about: who complains has something else in mind. */
  private static final Set<NeedCategory> CALM = Set.of(NeedCategory.TRAINING, NeedCategory.OTHER);

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[?？])|[.!]( |$)|[。！]");

  private final Map<String, Phrasebook> phrasebooks;
  private final Map<String, Vocabulary> vocabularies;

  /**
   * Sentences of one language.
   *
   * @param needs what a user in need writes, matter-of-factly
   * @param praise what a satisfied user adds, or just says
   * @param complaints what a dissatisfied one adds
   */
  record Phrasebook(
      Map<NeedCategory, List<String>> needs, List<String> praise, List<String> complaints) {}

  /**
   * A project's words in one language.
   *
   * @param components its parts
   * @param tasks what people do with it, as follows "how do I"
   * @param features what it can't do yet
   */
  record Vocabulary(
      String product, List<String> components, List<String> tasks, List<String> features) {}

  Texts(Map<String, Vocabulary> vocabularies) {
    this.vocabularies = vocabularies;
    this.phrasebooks = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      phrasebooks.put(
          language,
          Resources.read("phrasebook." + language + ".json", new TypeReference<Phrasebook>() {}));
    }
  }

  /** A text that tells a need of that category. */
  String need(String language, NeedCategory category, Chance chance) {
    List<String> sentences = phrasebook(language).needs().getOrDefault(category, List.of());
    return fill(chance.pick(sentences), language, chance);
  }

  /** A text of a satisfied user. */
  String praise(String language, Chance chance) {
    return fill(chance.pick(phrasebook(language).praise()), language, chance);
  }

  /** A text of a user who has that need and is dissatisfied. */
  String complaint(String language, NeedCategory category, Chance chance) {
    NeedCategory cause = CALM.contains(category) ? NeedCategory.USAGE_QUESTION : category;
    return need(language, cause, chance)
        + ("zh".equals(language) ? "" : " ")
        + fill(chance.pick(phrasebook(language).complaints()), language, chance);
  }

  /** The first sentence of a text, as a headline: without its full stop. */
  static String title(String text) {
    Matcher end = SENTENCE_END.matcher(text);
    return end.find() ? text.substring(0, end.start()) : text;
  }

  /** The sentence with its slots filled. */
  String fill(String sentence, String language, Chance chance) {
    Vocabulary words = vocabulary(language);
    return SLOT.matcher(sentence)
        .replaceAll(
            slot ->
                Matcher.quoteReplacement(
                    switch (slot.group(1)) {
                      case "product" -> words.product();
                      case "code" -> words.product().toLowerCase(Locale.ROOT).replace(" ", "");
                      case "component" -> chance.pick(words.components());
                      case "task" -> chance.pick(words.tasks());
                      case "feature" -> chance.pick(words.features());
                      case "version" -> "4." + chance.between(0, 9) + "." + chance.between(0, 5);
                      case "number" -> Integer.toString(chance.between(2, 48));
                      case "percent" -> Integer.toString(chance.between(15, 95));
                      default ->
                          throw new IllegalArgumentException("no such slot: " + slot.group());
                    }));
  }

  private Phrasebook phrasebook(String language) {
    return of(language, phrasebooks);
  }

  private Vocabulary vocabulary(String language) {
    return of(language, vocabularies);
  }

  private static <T> T of(String language, Map<String, T> byLanguage) {
    T found = byLanguage.get(language);
    if (found == null) {
      throw new IllegalArgumentException("nothing is written in " + language);
    }
    return found;
  }
}
