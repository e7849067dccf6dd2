package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traces of the Java virtual machine, whatever the language, with their chain of causes. */
final class JavaTraces implements TraceParser {

  private static final Pattern FRAME =
      Pattern.compile(
          "\\s*at\\s+(?:[\\w.@-]{0,200}/){0,2}([^\\s/()]{1,400})\\.([^\\s.()/]{1,200})\\("
              + "(?:[\\w$-]+\\.(?:java|kt|kts|scala|groovy|clj|jsp|jspf)(?::\\d+)?|Native Method"
              + "|Unknown Source(?::\\d+)?|SourceFile(?::\\d+)?|<generated>|null(?::-1)?)\\).*");

  private static final Pattern CAUSED_BY = Pattern.compile("(\\s*)Caused by: (.*)");
  private static final Pattern SUPPRESSED = Pattern.compile("(\\s*)Suppressed: .*");

  /** A class with its package, or one whose name says that it is thrown. */
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:^|\\s|\"\\s)((?:[a-zA-Z_]\\w{0,60}\\.){1,15}[A-Z][\\w$]{0,120}"
              + "|[A-Z][\\w$]{0,120}(?:Exception|Error))(?::(?: (.*)|$)|\\s*$)");

  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?:javax?|jdk|sun|com\\.sun|kotlinx?|scala|groovy|org\\.codehaus\\.groovy|clojure|dalvik"
              + "|android|com\\.android\\.internal)\\..*");

  private static final Pattern GENERATED =
      Pattern.compile(
          ".*(?:\\$\\$Lambda|GeneratedMethodAccessor|FastClassBy|GeneratedConstructor).*");

  /** What proxies append, and the numbers of anonymous classes. */
  private static final Pattern DRAWN =
      Pattern.compile("\\$\\$.*|_\\$\\$_.*|\\$HibernateProxy.*|\\$?\\d+");

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+?)(?:\\$\\d+)?");
  private static final Pattern ACCESSOR = Pattern.compile("access\\$\\d+");

  /** How far above the first frame its header may stand: messages have several lines. */
  private static final int HEADER_WITHIN = 40;

  @Override
  public Optional<StackTrace> parse(List<String> lines) {
    List<Failure> chain = new ArrayList<>();
    Deque<String> before = new ArrayDeque<>();
    @Nullable String header = null;
    List<Frame> frames = new ArrayList<>();
    int suppressedAt = -1;
    for (String line : lines) {
      Matcher frame = FRAME.matcher(line);
      Matcher caused = CAUSED_BY.matcher(line);
      Matcher suppressed = SUPPRESSED.matcher(line);
      int indent = indent(line);
      if (suppressedAt >= 0 && (indent > suppressedAt || (indent == suppressedAt && indent > 0))) {
        continue;
      }
      suppressedAt = -1;
      if (frame.matches()) {
        if (header == null) {
          header = headerIn(before);
        }
        frame(frame.group(1), frame.group(2)).ifPresent(frames::add);
      } else if (header != null && caused.matches()) {
        chain.add(failure(header, frames));
        frames = new ArrayList<>();
        header = caused.group(2);
      } else if (header != null && suppressed.matches()) {
        suppressedAt = indent;
      } else if (header != null && !frames.isEmpty() && HEADER.matcher(line).find()) {
        break;
      } else if (header == null) {
        before.addLast(line);
        if (before.size() > HEADER_WITHIN) {
          before.removeFirst();
        }
      }
    }
    if (header == null) {
      return Optional.empty();
    }
    chain.add(failure(header, frames));
    return Optional.of(new StackTrace(TraceLanguage.JAVA, chain));
  }

  /** The last line before the frames that begins a trace; their first line, if none does. */
  private static String headerIn(Deque<String> before) {
    List<String> lines = new ArrayList<>(before);
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (HEADER.matcher(lines.get(i)).find()) {
        return lines.get(i);
      }
    }
    return "";
  }

  private static Failure failure(String header, List<Frame> frames) {
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.find()) {
      return new Failure("", header.strip(), frames);
    }
    String message = matcher.group(2);
    return new Failure(
        DRAWN.matcher(matcher.group(1)).replaceAll(""), message == null ? "" : message, frames);
  }

  private static Optional<Frame> frame(String type, String method) {
    if (GENERATED.matcher(type).matches() || ACCESSOR.matcher(method).matches()) {
      return Optional.empty();
    }
    Matcher lambda = LAMBDA.matcher(method);
    String function = lambda.matches() ? lambda.group(1) : method;
    boolean platform = PLATFORM.matcher(type).matches() || type.startsWith("$Proxy");
    return Optional.of(
        new Frame(
            DRAWN.matcher(type).replaceAll(""),
            DRAWN.matcher(function).replaceAll(""),
            platform ? Origin.PLATFORM : Origin.APPLICATION));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
