package dev.supportpulse.classifier.lucene;

import dev.supportpulse.classifier.solution.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The articles of one language. */
final class ArticleIndex {

  private static final String TITLE = "title";
  private static final String QUESTIONS = "questions";
  private static final String BODY = "body";

  /** How users ask tells more than how an author writes. */
  private static final float ASKED = 2;

  /** What is asked is said early; the rest of a long report would match anything. */
  private static final int MAX_TERMS = 64;

  private final List<Article> articles;
  private final List<Set<String>> termsOf = new ArrayList<>();
  private final Map<String, Integer> articlesWith = new HashMap<>();
  private final Analyzer analyzer;
  private final IndexSearcher searcher;

  ArticleIndex(List<Article> articles, Analyzer analyzer) {
    this.articles = List.copyOf(articles);
    this.analyzer = analyzer;
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Article article : articles) {
          String questions = String.join("\n", article.questions());
          Document document = new Document();
          document.add(new TextField(TITLE, article.title(), Field.Store.NO));
          document.add(new TextField(QUESTIONS, questions, Field.Store.NO));
          document.add(new TextField(BODY, article.body(), Field.Store.NO));
          writer.addDocument(document);
          Set<String> terms = terms(article.title() + "\n" + questions + "\n" + article.body());
          termsOf.add(terms);
          terms.forEach(term -> articlesWith.merge(term, 1, Integer::sum));
        }
        // One segment, so that a document's number is its article's place in the list.
        writer.forceMerge(1);
      }
      searcher = new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The article that fits best, empty if none has a word of the question. */
  Optional<Match> best(String question) {
    List<String> terms = terms(question).stream().limit(MAX_TERMS).toList();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    // Most of what users write is in no article; asking Lucene for it takes most of the time.
    for (String term : terms.stream().filter(articlesWith::containsKey).toList()) {
      query.add(
          new BoostQuery(new TermQuery(new Term(TITLE, term)), ASKED), BooleanClause.Occur.SHOULD);
      query.add(
          new BoostQuery(new TermQuery(new Term(QUESTIONS, term)), ASKED),
          BooleanClause.Occur.SHOULD);
      query.add(new TermQuery(new Term(BODY, term)), BooleanClause.Occur.SHOULD);
    }
    try {
      ScoreDoc[] hits = searcher.search(query.build(), 1).scoreDocs;
      return hits.length == 0
          ? Optional.empty()
          : Optional.of(
              new Match(articles.get(hits[0].doc), hits[0].score, coverage(terms, hits[0].doc)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The share of the question, weighted by how rare its terms are, that the article speaks of. */
  private double coverage(List<String> terms, int article) {
    double covered = 0;
    double asked = 0;
    for (String term : terms) {
      int with = articlesWith.getOrDefault(term, 0);
      // The idf of BM25 (Robertson and Zaragoza 2009).
      double idf = Math.log(1 + (articles.size() - with + 0.5) / (with + 0.5));
      asked += idf;
      covered += termsOf.get(article).contains(term) ? idf : 0;
    }
    return covered / asked;
  }

  private Set<String> terms(String text) {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream(BODY, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The best article.
   *
   * @param score BM25, summed over title, questions and body
   * @param coverage in [0, 1]
   */
  record Match(Article article, double score, double coverage) {}
}
