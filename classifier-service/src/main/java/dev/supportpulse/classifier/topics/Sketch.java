package dev.supportpulse.classifier.topics;

import java.util.Arrays;
import java.util.Collection;

/**
 * A MinHash signature (A. Broder, "On the resemblance and containment of documents", 1997): the
 * share of equal places of two sketches estimates the Jaccard similarity of their sets of terms,
 * with a standard error of at most 1 / (2 √{@value #PLACES}).
 */
public final class Sketch {

  /** Places of a sketch. */
  public static final int PLACES = 64;

  /** Neighbouring places that two sketches must share to be compared at all. */
  private static final int ROWS = 2;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int[] places;

  private Sketch(int[] places) {
    this.places = places;
  }

  /** The sketch of a set of terms. */
  public static Sketch of(Collection<String> terms) {
    int[] least = new int[PLACES];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (String term : terms) {
      long hash = fnv(term);
      for (int i = 0; i < PLACES; i++) {
        least[i] = Math.min(least[i], (int) (mixed(hash + (i + 1) * GOLDEN) >>> 33));
      }
    }
    return new Sketch(least);
  }

  /** The sketch that these {@link #places()} are of. */
  public static Sketch ofPlaces(int[] places) {
    if (places.length != PLACES) {
      throw new IllegalArgumentException("a sketch has " + PLACES + " places");
    }
    return new Sketch(places.clone());
  }

  /** Its numbers, to keep it by. */
  public int[] places() {
    return places.clone();
  }

  /** Estimated Jaccard similarity, in [0, 1]. */
  public double similarity(Sketch other) {
    int equal = 0;
    for (int i = 0; i < PLACES; i++) {
      equal += places[i] == other.places[i] ? 1 : 0;
    }
    return (double) equal / PLACES;
  }

  /** Keys of which similar sketches very likely share one: locality-sensitive hashing by bands. */
  long[] bands() {
    long[] bands = new long[PLACES / ROWS];
    for (int band = 0; band < bands.length; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = mixed(key * GOLDEN + places[band * ROWS + row]);
      }
      bands[band] = key;
    }
    return bands;
  }

  /** FNV-1a of 64 bits. */
  private static long fnv(String term) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < term.length(); i++) {
      hash = (hash ^ term.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
