package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.solution.Article;
import dev.supportpulse.classifier.solution.ArticleStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Imported articles in PostgreSQL. */
@ApplicationScoped
public class ArticleTable implements ArticleStore {

  private static final String KEEP =
      """
      insert into article (id, language, markdown, imported_by, imported_at) values (?, ?, ?, ?, ?)
      on conflict (id, language) do update set markdown = excluded.markdown,
        imported_by = excluded.imported_by, imported_at = excluded.imported_at
      """;

  private static final String REMOVE = "delete from article where id = ? and language = ?";
  private static final String REVISE = "update article_revision set revision = revision + 1";
  private static final String REVISION = "select revision from article_revision";
  private static final String ALL =
      "select id, language, markdown from article order by id, language";

  private final Jdbc jdbc;

  ArticleTable(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(String id, Language language, String markdown, String by, Instant at) {
    jdbc.run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, id);
            insert.setString(2, language.tag());
            insert.setString(3, markdown);
            insert.setString(4, by);
            insert.setTimestamp(5, Timestamp.from(at));
            insert.executeUpdate();
          }
          return revise(connection);
        });
  }

  @Override
  public boolean remove(String id, Language language) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setString(1, id);
            delete.setString(2, language.tag());
            return delete.executeUpdate() > 0 && revise(connection);
          }
        });
  }

  @Override
  public long revision() {
    return jdbc.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(REVISION);
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  @Override
  public List<Article> articles() {
    return jdbc.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ALL);
              ResultSet rows = select.executeQuery()) {
            List<Article> articles = new ArrayList<>();
            while (rows.next()) {
              Language language = Language.ofTag(rows.getString(2)).orElseThrow();
              articles.add(Article.parse(rows.getString(1), language, rows.getString(3)));
            }
            return articles;
          }
        });
  }

  private static boolean revise(Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REVISE)) {
      return update.executeUpdate() == 1;
    }
  }
}
