package dev.supportpulse.classifier.topics;

import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.TextCleaner;
import dev.supportpulse.classifier.need.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The terms of a text: English words and pairs of neighbours, Chinese runs of two to four
 * characters, which need no dictionary. Numbers, addresses, and the small words that any sentence
 * has, are none.
 */
public final class Terms {

  /** A text has no more terms than this; what it is about is said early. */
  public static final int MOST = 200;

  private static final int SHORTEST_WORD = 2;
  private static final int LONGEST_RUN = 4;

  private static final Set<String> SMALL_WORDS =
      Set.of(
          ("a about after again all also am an and any are aren as at be because been before being but"
                  + " by can cannot could did do does doesn doing don each else even ever for from get"
                  + " gets got had has have having he hello help her here hi him his how however i if in"
                  + " into is isn it its just know like ll many may me more most much my need no not now"
                  + " of off on once one only or other our out over own please re same see she should so"
                  + " some still such than thank thanks that the their them then there these they thing"
                  + " things think this those through to too try trying tried under up us use used using"
                  + " ve very want wants was wasn way we well were what when where which while who why"
                  + " will with without won would yes yet you your")
              .split(" "));

  /** Characters that link, ask or point, but name nothing. */
  private static final String SMALL_CHARACTERS =
      "的了吗呢吧啊呀么是我你他她它们这那哪在有和与或就都也很还要想会能可以及被把给对从到请问怎为何个之后前时没不";

  private Terms() {}

  /** The distinct terms in their order, at most {@link #MOST}. */
  public static Set<String> of(NeedText text) {
    Set<String> terms = new LinkedHashSet<>();
    List<String> run = new ArrayList<>();
    boolean han = false;
    for (String token : Tokenizer.tokens(TextCleaner.clean(text))) {
      boolean isHan = isHan(token);
      if (isSmall(token) || isHan != han) {
        add(run, han, terms);
        run.clear();
        han = isHan;
      }
      if (!isSmall(token)) {
        run.add(token);
      }
    }
    add(run, han, terms);
    return terms;
  }

  /** A run between small words: all of its parts up to the length that its script has. */
  private static void add(List<String> run, boolean han, Set<String> terms) {
    int shortest = han ? 2 : 1;
    int longest = han ? LONGEST_RUN : 2;
    for (int at = 0; at < run.size(); at++) {
      for (int length = shortest; length <= longest && at + length <= run.size(); length++) {
        if (terms.size() == MOST) {
          return;
        }
        terms.add(String.join(han ? "" : " ", run.subList(at, at + length)));
      }
    }
  }

  private static boolean isSmall(String token) {
    if (isHan(token)) {
      return SMALL_CHARACTERS.contains(token);
    }
    return token.length() < SHORTEST_WORD
        || !Character.isLetter(token.charAt(0))
        || SMALL_WORDS.contains(token);
  }

  private static boolean isHan(String token) {
    return Character.UnicodeScript.of(token.codePointAt(0)) == Character.UnicodeScript.HAN;
  }
}
