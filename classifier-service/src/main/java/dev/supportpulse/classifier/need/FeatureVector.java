package dev.supportpulse.classifier.need;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The terms of a text: single tokens, pairs of neighbours (so words and word pairs in English,
 * characters and character pairs in Chinese) and the beginnings of long words, each hashed into one
 * of 2<sup>{@value #BITS}</sup> buckets, with how often it occurs. Buckets ascend.
 */
public final class FeatureVector {

  /** log2 of the number of buckets. */
  public static final int BITS = 20;

  /** Says which buckets a term falls into; part of a model's identity. */
  public static final String SCHEME = "tokens-1-2-stem5,opening/fmix32/" + BITS;

  /** Long words count by their first letters too, so that inflections help each other. */
  private static final int STEM = 5;

  private static final int STEM_SALT = 0x5BD1E995;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|[?!]");

  private final List<String> tokens;
  private final int[] buckets;
  private final int[] counts;
  private final int[] origins;

  private FeatureVector(List<String> tokens, int[] buckets, int[] counts, int[] origins) {
    this.tokens = tokens;
    this.buckets = buckets;
    this.counts = counts;
    this.origins = origins;
  }

  /** The terms of a text. */
  public static FeatureVector of(CleanText text) {
    return of(Tokenizer.tokens(text));
  }

  /**
   * The terms of a text word by word as it was written, its wrapping included: identifiers whole,
   * numbers as they are. Of one project the wrapping tells, since its forms differ by kind.
   */
  public static FeatureVector ofWords(String text) {
    return of(
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList());
  }

  static FeatureVector of(List<String> tokens) {
    int n = tokens.size();
    long[] occurrences = new long[3 * n];
    int size = 0;
    int previous = 0;
    for (int i = 0; i < n; i++) {
      String token = tokens.get(i);
      int hash = token.hashCode();
      occurrences[size++] = occurrence(mix(hash), i);
      if (i > 0) {
        int pair = mix(Integer.rotateLeft(previous, 13) * 0x9E3779B1 + hash);
        occurrences[size++] = occurrence(pair, n + i);
      }
      if (hasStem(token)) {
        int stem = mix(token.substring(0, STEM).hashCode() ^ STEM_SALT);
        occurrences[size++] = occurrence(stem, 2 * n + i);
      }
      previous = hash;
    }
    Arrays.sort(occurrences, 0, size);
    return counted(tokens, Arrays.copyOf(occurrences, size));
  }

  private static boolean hasStem(String token) {
    return token.length() > STEM && token.charAt(0) != '<';
  }

  private static FeatureVector counted(List<String> tokens, long[] occurrences) {
    int[] buckets = new int[occurrences.length];
    int[] counts = new int[occurrences.length];
    int[] origins = new int[occurrences.length];
    int size = 0;
    for (long occurrence : occurrences) {
      int bucket = (int) (occurrence >>> 32);
      if (size == 0 || buckets[size - 1] != bucket) {
        buckets[size] = bucket;
        origins[size] = (int) occurrence;
        size++;
      }
      counts[size - 1]++;
    }
    return new FeatureVector(
        tokens,
        Arrays.copyOf(buckets, size),
        Arrays.copyOf(counts, size),
        Arrays.copyOf(origins, size));
  }

  /** How many distinct terms. */
  public int size() {
    return buckets.length;
  }

  /** The bucket of the i-th term. */
  public int bucket(int i) {
    return buckets[i];
  }

  /** The place of the term of a bucket; negative if the text has none. */
  int indexOf(int bucket) {
    return Arrays.binarySearch(buckets, bucket);
  }

  /** How often the i-th term occurs, at least 1. */
  public int count(int i) {
    return counts[i];
  }

  /**
   * The i-th term as the text has it (lower case), the beginning of a word followed by {@code *}:
   * what a human reads as evidence.
   */
  public String term(int i) {
    int at = origins[i] % tokens.size();
    String token = tokens.get(at);
    return switch (origins[i] / tokens.size()) {
      case 0 -> token;
      case 1 -> pair(tokens.get(at - 1), token);
      default -> token.substring(0, STEM) + "*";
    };
  }

  private static String pair(String left, String right) {
    boolean han = Characters.isHan(left.charAt(0)) && Characters.isHan(right.charAt(0));
    return han ? left + right : left + " " + right;
  }

  /** How many tokens the text has. */
  public int tokenCount() {
    return tokens.size();
  }

  private static long occurrence(int hash, int origin) {
    return ((long) (hash >>> (32 - BITS)) << 32) | origin;
  }

  /** The finaliser of MurmurHash3 (A. Appleby, public domain): spreads the bits of a hash code. */
  private static int mix(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
