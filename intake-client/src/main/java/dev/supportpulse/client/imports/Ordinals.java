package dev.supportpulse.client.imports;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts equal rows by 64 bits of their fingerprints. A row that is alone takes 8 to 27 bytes here.
 * Two different rows with equal bits would only number each other: their ids still differ.
 */
final class Ordinals {

  private static final int FIRST_SLOTS = 1 << 10;

  /** Open addressing, linear probing; 0 is an empty slot. At most three quarters are taken. */
  private long[] slots = new long[FIRST_SLOTS];

  private int taken;
  private final Map<Long, Integer> repeated = new HashMap<>();

  /** How many rows with that fingerprint came before. */
  int next(long fingerprint) {
    long print = fingerprint == 0 ? 1 : fingerprint;
    if (add(print)) {
      return 0;
    }
    return repeated.merge(print, 1, Integer::sum);
  }

  private boolean add(long print) {
    int slot = slot(print);
    if (slots[slot] == print) {
      return false;
    }
    slots[slot] = print;
    taken++;
    if (taken > slots.length / 4 * 3) {
      grow();
    }
    return true;
  }

  /** Where the fingerprint is, or would be. */
  private int slot(long print) {
    int mask = slots.length - 1;
    int slot = (int) print & mask;
    while (slots[slot] != 0 && slots[slot] != print) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long print : before) {
      if (print != 0) {
        slots[slot(print)] = print;
      }
    }
  }
}
