package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An article of the knowledge base.
 *
 * @param id the same for every language of an article, such as {@code install}
 * @param questions how users ask for it, in their words
 * @param body the answer, Markdown
 */
public record Article(
    String id, Language language, String title, List<String> questions, String body) {

  private static final String FENCE = "---";
  private static final String TITLE = "title:";
  private static final String ITEM = "- ";

  public Article {
    questions = List.copyOf(questions);
  }

  /** Title and questions: what it answers, in several ways of saying so. */
  public List<String> phrasings() {
    return Stream.concat(Stream.of(title), questions.stream()).distinct().toList();
  }

  /**
   * Reads Markdown with front matter: {@code title:} and a list of {@code questions:}.
   *
   * @throws IllegalArgumentException if front matter, title or body is missing
   */
  public static Article parse(String id, Language language, String markdown) {
    List<String> lines = markdown.lines().toList();
    int end = lines.subList(Math.min(1, lines.size()), lines.size()).indexOf(FENCE) + 1;
    if (end < 1 || !lines.get(0).equals(FENCE)) {
      throw new IllegalArgumentException("article " + id + " has no front matter");
    }
    String title = "";
    List<String> questions = new ArrayList<>();
    for (String line : lines.subList(1, end)) {
      String entry = line.strip();
      if (entry.startsWith(TITLE)) {
        title = entry.substring(TITLE.length()).strip();
      } else if (entry.startsWith(ITEM)) {
        questions.add(entry.substring(ITEM.length()).strip());
      }
    }
    String body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
    if (title.isEmpty() || body.isEmpty()) {
      throw new IllegalArgumentException("article " + id + " needs a title and a body");
    }
    return new Article(id, language, title, questions, body);
  }
}
