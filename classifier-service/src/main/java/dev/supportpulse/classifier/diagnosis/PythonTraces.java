package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's tracebacks, which have the outermost call first and the root cause before the rest. */
final class PythonTraces implements TraceParser {

  private static final String BEGINNING = "Traceback (most recent call last):";
  private static final Pattern FRAME =
      Pattern.compile("\\s*File \"([^\"]{1,500})\", line \\d+(?:, in (.{1,200}))?");
  private static final Pattern END =
      Pattern.compile("\\s*([A-Za-z_][\\w.]{0,200})(?:: (.*)|:?\\s*)");
  private static final Pattern LINK =
      Pattern.compile(
          ".*(?:During handling of the above exception|direct cause of the following exception).*");
  private static final Pattern PLATFORM =
      Pattern.compile(
          "<.*|(?:.*/)?(?:lib|lib64|Lib)/(?:python\\d(?:\\.\\d+)?/)?(?!.*(?:site|dist)-packages/).*");

  @Override
  public Optional<StackTrace> parse(List<String> lines) {
    List<Failure> chain = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      if (!lines.get(at).stripLeading().startsWith(BEGINNING)) {
        at++;
        continue;
      }
      if (!chain.isEmpty() && !isLinked(lines, at)) {
        break;
      }
      at = read(lines, at, chain);
    }
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    Collections.reverse(chain);
    return Optional.of(new StackTrace(TraceLanguage.PYTHON, chain));
  }

  /** Whether one of the lines just before says that this traceback followed from the last one. */
  private static boolean isLinked(List<String> lines, int at) {
    return lines.subList(Math.max(0, at - 3), at).stream()
        .anyMatch(line -> LINK.matcher(line).matches());
  }

  /** Reads one traceback and answers where it ends. */
  private static int read(List<String> lines, int beginning, List<Failure> chain) {
    int indent = indent(lines.get(beginning));
    List<Frame> frames = new ArrayList<>();
    int at = beginning + 1;
    for (; at < lines.size(); at++) {
      String line = lines.get(at);
      Matcher frame = FRAME.matcher(line);
      Matcher end = END.matcher(line);
      if (frame.matches()) {
        frames.add(frame(frame.group(1), frame.group(2) == null ? "" : frame.group(2)));
      } else if (indent(line) <= indent && end.matches()) {
        String message = end.group(2);
        Collections.reverse(frames);
        chain.add(new Failure(end.group(1), message == null ? "" : message, frames));
        return at + 1;
      }
    }
    if (!frames.isEmpty()) {
      Collections.reverse(frames);
      chain.add(new Failure("", "", frames));
    }
    return at;
  }

  private static Frame frame(String file, String function) {
    String path = SourcePath.slashed(file);
    Origin origin =
        PLATFORM.matcher(path).matches()
            ? Origin.PLATFORM
            : SourcePath.isInstalled(path) ? Origin.DEPENDENCY : Origin.APPLICATION;
    return new Frame(path, function.strip(), origin);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
