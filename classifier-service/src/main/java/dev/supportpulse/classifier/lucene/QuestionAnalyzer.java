package dev.supportpulse.classifier.lucene;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * English questions to stems. Unlike Lucene's own analyzer it also drops the small words that make
 * a sentence a question: they say nothing about what is asked.
 */
final class QuestionAnalyzer extends Analyzer {

  private static final CharArraySet SMALL_WORDS = smallWords();

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new StandardTokenizer();
    TokenStream stems = new LowerCaseFilter(new EnglishPossessiveFilter(words));
    return new TokenStreamComponents(
        words, new PorterStemFilter(new StopFilter(stems, SMALL_WORDS)));
  }

  private static CharArraySet smallWords() {
    CharArraySet words = new CharArraySet(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, true);
    String more =
        "how what when where which who whom why do does did can could should would may i me my we"
            + " us our you your am have has had from so too any some please";
    words.addAll(List.of(more.split(" ")));
    return CharArraySet.unmodifiableSet(words);
  }
}
