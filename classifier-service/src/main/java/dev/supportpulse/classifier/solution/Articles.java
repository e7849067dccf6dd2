package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The articles that ship with the service: {@code /knowledge/<id>.<language>.md} for every id in
 * {@code /knowledge/articles.txt}, each in every language.
 */
public final class Articles {

  private static final String FOLDER = "/knowledge/";

  private Articles() {}

  /**
   * All of them.
   *
   * @throws IllegalArgumentException if one is malformed
   */
  public static List<Article> shipped() {
    List<Article> articles = new ArrayList<>();
    for (String id : read("articles.txt").lines().toList()) {
      for (Language language : Language.values()) {
        articles.add(Article.parse(id, language, read(id + "." + language.tag() + ".md")));
      }
    }
    return articles;
  }

  private static String read(String name) {
    try (InputStream in = Articles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
