package dev.supportpulse.intake.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces personal data in texts by typed marks such as {@code [EMAIL]}. Takes time in proportion
 * to the length of the text, whatever it holds.
 */
public final class TextCleaner {

  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  private static final List<Detector> DETECTORS =
      List.of(
          new PrivateKeys(),
          new Tokens(),
          new NamedSecrets(),
          new Emails(),
          new Numbers(),
          new Ipv4Addresses(),
          new Ipv6Addresses());

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::start).thenComparing(Finding::kind);

  private TextCleaner() {}

  /** The text without personal data of those kinds; the same object if it has none. */
  public static String clean(String text, Set<Kind> kinds) {
    List<Finding> findings = find(text, kinds);
    if (findings.isEmpty()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length() + 16);
    int from = 0;
    for (Finding finding : findings) {
      clean.append(text, from, finding.start()).append(finding.kind().mark());
      from = finding.end();
    }
    return clean.append(text, from, text.length()).toString();
  }

  /** Where personal data of any kind stands, in order and without overlaps. */
  public static List<Finding> find(String text) {
    return find(text, ALL);
  }

  private static List<Finding> find(String text, Set<Kind> kinds) {
    int seen = Glance.at(text);
    List<Finding> findings = new ArrayList<>(0);
    for (int i = 0; i < DETECTORS.size(); i++) {
      Detector detector = DETECTORS.get(i);
      if ((detector.worthwhile() & ~seen) == 0) {
        detector.find(text, findings);
      }
    }
    findings.removeIf(finding -> !kinds.contains(finding.kind()));
    return findings.size() < 2 ? findings : withoutOverlaps(findings);
  }

  private static List<Finding> withoutOverlaps(List<Finding> findings) {
    findings.sort(BY_PLACE);
    List<Finding> apart = new ArrayList<>(findings.size());
    Finding last = findings.get(0);
    for (Finding finding : findings.subList(1, findings.size())) {
      if (last.overlaps(finding)) {
        last = last.joined(finding);
      } else {
        apart.add(last);
        last = finding;
      }
    }
    apart.add(last);
    return apart;
  }
}
