package dev.supportpulse.benchmarks.count.streams;

import dev.supportpulse.benchmarks.count.Packer;
import dev.supportpulse.benchmarks.count.Unpacker;
import dev.supportpulse.events.Digest;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.ParkedKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known under one identity.
 *
 * @param parked classifications that wait for the event
 */
record Admitted(
    @Nullable KnownIdentity known,
    @Nullable LedgerEntry entry,
    Map<ParkedKey, Classification> parked) {

  static final Admitted NOTHING = new Admitted(null, null, Map.of());

  static byte[] key(EventKey key) {
    return new Packer().text(key.project()).text(key.identity().hex()).bytes();
  }

  byte[] pack() {
    Packer packer = new Packer().flag(known != null);
    if (known != null) {
      packer.known(known);
    }
    packer.flag(entry != null);
    if (entry != null) {
      packer.entry(entry);
    }
    packer.count(parked.size());
    parked.forEach(
        (key, classification) ->
            packer
                .text(key.digest() == null ? null : key.digest().hex())
                .classification(classification));
    return packer.bytes();
  }

  static Admitted unpack(EventKey key, byte @Nullable [] packed) {
    if (packed == null) {
      return NOTHING;
    }
    Unpacker unpacker = new Unpacker(packed);
    KnownIdentity known = unpacker.flag() ? unpacker.known() : null;
    LedgerEntry entry = unpacker.flag() ? unpacker.entry() : null;
    Map<ParkedKey, Classification> parked = new HashMap<>();
    for (int left = unpacker.count(); left > 0; left--) {
      String digest = unpacker.text();
      parked.put(
          new ParkedKey(key, digest == null ? null : new Digest(digest)),
          Objects.requireNonNull(unpacker.classification()));
    }
    return new Admitted(known, entry, parked);
  }
}
