package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a stack trace names its fault: the types of the whole chain, and the few innermost frames
 * of the project itself; if there are none, those of the application, then of what it depends on.
 */
final class TraceDigest {

  /** More would tell the ways into the project apart, which differ from user to user. */
  private static final int FRAMES = 3;

  /** A frame that comes so often is a runaway recursion: where it was cut off is chance. */
  private static final int RUNAWAY = 20;

  private static final int LONGEST_TITLE = 300;

  private TraceDigest() {}

  static Symptom.Traced of(StackTrace trace, ProjectCode code) {
    List<String> types = trace.chain().stream().map(Failure::type).toList();
    List<String> where = where(trace, code);
    return new Symptom.Traced(
        Fingerprint.of(trace.language().name(), types, where),
        trace.language(),
        title(trace, where));
  }

  private static List<String> where(StackTrace trace, ProjectCode code) {
    List<Predicate<Frame>> preferences =
        List.of(
            frame -> frame.origin() != Origin.PLATFORM && code.owns(frame),
            from(EnumSet.of(Origin.APPLICATION)),
            from(EnumSet.of(Origin.APPLICATION, Origin.DEPENDENCY)),
            frame -> true);
    for (Predicate<Frame> preferred : preferences) {
      // From the root cause outwards.
      for (int i = trace.chain().size() - 1; i >= 0; i--) {
        List<Frame> frames = trace.chain().get(i).frames();
        List<String> labels =
            frames.stream()
                .filter(preferred)
                .map(frame -> label(frame, trace.language(), code))
                .toList();
        if (!labels.isEmpty()) {
          return innermost(labels);
        }
      }
    }
    return List.of();
  }

  private static Predicate<Frame> from(Set<Origin> origins) {
    return frame -> origins.contains(frame.origin());
  }

  private static List<String> innermost(List<String> labels) {
    List<String> distinct = new ArrayList<>(labels.stream().distinct().toList());
    if (labels.size() >= RUNAWAY * distinct.size()) {
      distinct.sort(null);
    }
    return distinct.subList(0, Math.min(FRAMES, distinct.size()));
  }

  private static String label(Frame frame, TraceLanguage language, ProjectCode code) {
    String place =
        language.namesFiles() && frame.origin() != Origin.PLATFORM
            ? SourcePath.common(frame.place(), code::isFolder)
            : frame.place();
    String separator = place.isEmpty() || frame.function().isEmpty() ? "" : " ";
    return place + separator + frame.function();
  }

  private static String title(StackTrace trace, List<String> where) {
    Failure root = trace.rootCause();
    String message = Masks.readable(root.message());
    StringBuilder title = new StringBuilder(root.type());
    if (!message.isEmpty() && !message.equals(root.type())) {
      title.append(title.isEmpty() ? "" : ": ").append(message);
    }
    if (!where.isEmpty()) {
      title.append(title.isEmpty() ? "" : " ").append("(in ").append(where.get(0)).append(')');
    }
    return title.length() <= LONGEST_TITLE ? title.toString() : title.substring(0, LONGEST_TITLE);
  }
}
