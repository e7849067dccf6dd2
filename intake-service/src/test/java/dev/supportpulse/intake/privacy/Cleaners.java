package dev.supportpulse.intake.privacy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Cleaners with the keys of the tests' configuration. */
public final class Cleaners {

  static final PseudonymKey NEW =
      key("t2", "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f");
  static final PseudonymKey OLD =
      key("t1", "404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f");

  private Cleaners() {}

  /** One that removes every kind of personal data. */
  public static EventCleaner all() {
    return new EventCleaner(new PrivacyRules(Map.of()), pseudonyms());
  }

  static Pseudonyms pseudonyms() {
    return new Pseudonyms(List.of(NEW, OLD));
  }

  private static PseudonymKey key(String id, String hex) {
    return PseudonymKey.of(id, HexFormat.of().parseHex(hex));
  }
}
