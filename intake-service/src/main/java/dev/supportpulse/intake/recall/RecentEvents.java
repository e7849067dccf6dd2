package dev.supportpulse.intake.recall;

import dev.supportpulse.events.Digest;
import dev.supportpulse.events.Identity;
import dev.supportpulse.intake.submission.Acknowledged;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the latest of the events that passed here, in one block of numbers that is there from
 * the start: 48 bytes an event. As objects they would live just long enough to be moved to where
 * the garbage collector cleans up rarely and all at once, and at full load everybody would wait a
 * tenth of a second for that every few seconds.
 *
 * <p>A set-associative table: an identity, which is as good as random, names its set; a set has
 * eight places, and the oldest of its events makes room for the next. So an event is known for as
 * long as about {@code most} others came after it, a little less or more.
 */
public final class RecentEvents implements Acknowledged {

  private static final int PLACES = 8;

  /** The hexadecimal digits of half an identity. */
  private static final int HALF = 16;

  private static final int IDENTITY_LONGS = 2;
  private static final int DIGEST_LONGS = 4;
  private static final int LONGS = IDENTITY_LONGS + DIGEST_LONGS;

  private final int sets;
  private final long[] table;

  /** The place of each set that is overwritten next. */
  private final byte[] next;

  /**
   * Remembers at most about so many events.
   *
   * @throws IllegalArgumentException if it is negative or more than fits into memory at once
   */
  public RecentEvents(long most) {
    long wanted = (most + PLACES - 1) / PLACES;
    if (most < 0 || wanted > Integer.MAX_VALUE / (PLACES * LONGS)) {
      throw new IllegalArgumentException("it can't remember %d events".formatted(most));
    }
    sets = (int) wanted;
    table = new long[sets * PLACES * LONGS];
    next = new byte[sets];
  }

  @Override
  public synchronized @Nullable Digest digestOf(Identity identity) {
    int at = sets == 0 ? -1 : find(high(identity), low(identity));
    return at < 0 ? null : digestAt(at);
  }

  /** The first digest of an identity stays. */
  @Override
  public synchronized void remember(Identity identity, Digest digest) {
    long high = high(identity);
    long low = low(identity);
    if (sets == 0 || find(high, low) >= 0) {
      return;
    }
    int set = setOf(high);
    int at = (set * PLACES + next[set]) * LONGS;
    next[set] = (byte) ((next[set] + 1) % PLACES);
    table[at] = high;
    table[at + 1] = low;
    ByteBuffer.wrap(digest.bytes()).asLongBuffer().get(table, at + IDENTITY_LONGS, DIGEST_LONGS);
  }

  private static long high(Identity identity) {
    return HexFormat.fromHexDigitsToLong(identity.hex(), 0, HALF);
  }

  private static long low(Identity identity) {
    return HexFormat.fromHexDigitsToLong(identity.hex(), HALF, 2 * HALF);
  }

  /** Where in the table that identity begins, negative if it isn't there. */
  private int find(long high, long low) {
    int first = setOf(high) * PLACES * LONGS;
    for (int at = first; at < first + PLACES * LONGS; at += LONGS) {
      if (table[at] == high && table[at + 1] == low) {
        return at;
      }
    }
    return -1;
  }

  private int setOf(long high) {
    return (int) Long.remainderUnsigned(high, sets);
  }

  private Digest digestAt(int at) {
    ByteBuffer bytes = ByteBuffer.allocate(DIGEST_LONGS * Long.BYTES);
    bytes.asLongBuffer().put(table, at + IDENTITY_LONGS, DIGEST_LONGS);
    return Digest.ofBytes(bytes.array());
  }
}
