package dev.supportpulse.classifier.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Groups texts that ask nearly the same. */
public final class QuestionGroups {

  /** Jaccard similarity from which two texts ask the same. */
  private static final double SAME = 0.5;

  private static final int MOST_TERMS = 6;
  private static final int MOST_COMPARED = 100;

  private QuestionGroups() {}

  /**
   * Groups of at least so many texts, the largest first.
   *
   * @param least texts of a group, and texts that must have a term for it to be told; at least 2
   */
  public static List<Group> of(List<TopicText> texts, int least) {
    return of(texts, List.of(), least);
  }

  /**
   * Groups of at least so many texts, the largest first. What was asked before makes no groups: a
   * sketch of it counts for the group that it would have joined.
   *
   * @param before sketches of the texts of the span before
   * @param least texts of a group, and texts that must have a term for it to be told; at least 2
   */
  public static List<Group> of(List<TopicText> texts, List<Sketch> before, int least) {
    int[] parents = IntStream.range(0, texts.size()).toArray();
    Map<Long, Integer> firstOfBand = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).terms().isEmpty()) {
        continue;
      }
      for (long band : texts.get(i).sketch().bands()) {
        Integer other = firstOfBand.putIfAbsent(band, i);
        if (other != null && texts.get(i).sketch().similarity(texts.get(other).sketch()) >= SAME) {
          parents[root(parents, i)] = root(parents, other);
        }
      }
    }
    int[] earlier = new int[texts.size()];
    for (Sketch sketch : before) {
      Arrays.stream(sketch.bands())
          .mapToObj(firstOfBand::get)
          .filter(other -> other != null && sketch.similarity(texts.get(other).sketch()) >= SAME)
          .findFirst()
          .ifPresent(other -> earlier[root(parents, other)]++);
    }
    Map<Integer, List<TopicText>> groups = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      groups.computeIfAbsent(root(parents, i), key -> new ArrayList<>()).add(texts.get(i));
    }
    return groups.entrySet().stream()
        .filter(group -> group.getValue().size() >= least)
        .map(group -> group(group.getValue(), earlier[group.getKey()], least))
        .sorted(
            Comparator.comparingInt(Group::texts)
                .thenComparing(Group::lastSeen)
                .reversed()
                .thenComparing(group -> group.latest().identity()))
        .toList();
  }

  private static int root(int[] parents, int of) {
    int at = of;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private static Group group(List<TopicText> texts, int before, int least) {
    Map<String, Integer> uses = new TreeMap<>();
    texts.forEach(text -> text.terms().forEach(term -> uses.merge(term, 1, Integer::sum)));
    List<TermCount> common =
        uses.entrySet().stream()
            .filter(use -> use.getValue() >= least)
            .map(use -> new TermCount(use.getKey(), use.getValue(), 0))
            .sorted(
                Comparator.comparingLong(TermCount::texts)
                    .thenComparingInt(use -> use.term().length())
                    .reversed()
                    .thenComparing(TermCount::term))
            .limit(MOST_COMPARED)
            .toList();
    List<String> terms =
        OutstandingTerms.withoutParts(common).stream()
            .limit(MOST_TERMS)
            .map(TermCount::term)
            .toList();
    Comparator<TopicText> byTime =
        Comparator.comparing(TopicText::occurredAt).thenComparing(TopicText::identity);
    TopicText latest = texts.stream().max(byTime).orElseThrow();
    Instant first = texts.stream().min(byTime).orElseThrow().occurredAt();
    return new Group(texts.size(), before, terms, first, latest.occurredAt(), latest);
  }

  /**
   * Texts that ask nearly the same.
   *
   * @param texts how many
   * @param before how many of the span before would be among them
   * @param terms that they have in common, at most six
   * @param latest the latest of them
   */
  public record Group(
      int texts,
      int before,
      List<String> terms,
      Instant firstSeen,
      Instant lastSeen,
      TopicText latest) {}
}
