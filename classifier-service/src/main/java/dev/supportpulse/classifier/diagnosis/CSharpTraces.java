package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * .NET's traces, in English and Chinese. All headers come first, the outermost exception's before
 * its causes'; then the frames, the innermost exception's before those around it.
 */
final class CSharpTraces implements TraceParser {

  private static final Pattern FRAME =
      Pattern.compile(
          "\\s*(?:at|在) ([^\\s()][^()]{0,400}?)\\((?![^()]*:\\d)[^()]*\\)"
              + "(?:\\s(?:in|位置) .*|\\s\\[0x.*)?\\s*");
  private static final Pattern END_OF_INNER =
      Pattern.compile("\\s*--- (?:End of inner exception stack trace|内部异常堆栈跟踪的结尾) ---\\s*");
  private static final Pattern HEADER =
      Pattern.compile(
          "\\s*(?:Unhandled exception[.:] |未经处理的异常[:：.]\\s*)?"
              + "((?:[A-Za-z_]\\w{0,80}\\.){1,15}[A-Z]\\w{0,120})(?:`\\d+)?(?:\\s*\\([^()]*\\))?(?:: (.*)|:?\\s*)");
  private static final Pattern ARROW =
      Pattern.compile("\\s?---> (?:\\(Inner Exception #\\d+\\) )?");

  private static final Pattern PLATFORM =
      Pattern.compile("(?:System|Microsoft|Interop)[.].*|.*lambda_method.*");

  /** Compilers move the bodies of asynchronous methods, lambdas and local functions. */
  private static final Pattern MOVED =
      Pattern.compile("(.*?)(?:\\.<>c(?:__DisplayClass\\w*)?)?\\.<([\\w.]+)>[bdg]__.*");

  private static final Pattern DRAWN = Pattern.compile("`\\d+|\\[[^\\]]*\\]");
  private static final Pattern CONSTRUCTOR = Pattern.compile("(.*)\\.(\\.c?ctor)");

  private static final int HEADER_WITHIN = 40;

  @Override
  public Optional<StackTrace> parse(List<String> lines) {
    int first = 0;
    while (first < lines.size() && !FRAME.matcher(lines.get(first)).matches()) {
      first++;
    }
    if (first == lines.size()) {
      return Optional.empty();
    }
    List<List<Frame>> sections = sections(lines.subList(first, lines.size()));
    List<Failure> headers = headers(lines.subList(Math.max(0, first - HEADER_WITHIN), first));
    List<Failure> chain = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      int section = headers.size() - 1 - i;
      List<Frame> frames = section < sections.size() ? sections.get(section) : List.of();
      chain.add(new Failure(headers.get(i).type(), headers.get(i).message(), frames));
    }
    return Optional.of(new StackTrace(TraceLanguage.CSHARP, chain));
  }

  private static List<List<Frame>> sections(List<String> lines) {
    List<List<Frame>> sections = new ArrayList<>();
    sections.add(new ArrayList<>());
    for (String line : lines) {
      Matcher frame = FRAME.matcher(line);
      if (frame.matches()) {
        sections.get(sections.size() - 1).add(frame(frame.group(1)));
      } else if (END_OF_INNER.matcher(line).matches()) {
        sections.add(new ArrayList<>());
      } else if (HEADER.matcher(line).matches()) {
        break;
      }
    }
    return sections;
  }

  /** The exceptions that are told before the frames; one without a name, if there is none. */
  private static List<Failure> headers(List<String> lines) {
    List<Failure> headers = new ArrayList<>();
    for (String line : lines) {
      for (String part : ARROW.split(line, -1)) {
        Matcher header = HEADER.matcher(part);
        if (header.matches()) {
          String message = header.group(2);
          headers.add(new Failure(header.group(1), message == null ? "" : message, List.of()));
        }
      }
    }
    return headers.isEmpty() ? List.of(new Failure("", "", List.of())) : headers;
  }

  private static Frame frame(String method) {
    String name = DRAWN.matcher(method).replaceAll("");
    Origin origin = PLATFORM.matcher(name).matches() ? Origin.PLATFORM : Origin.APPLICATION;
    Matcher moved = MOVED.matcher(name);
    if (moved.matches()) {
      return new Frame(moved.group(1), moved.group(2), origin);
    }
    Matcher constructor = CONSTRUCTOR.matcher(name);
    if (constructor.matches()) {
      return new Frame(constructor.group(1), constructor.group(2), origin);
    }
    int function = name.lastIndexOf('.');
    return function < 0
        ? new Frame("", name, origin)
        : new Frame(name.substring(0, function), name.substring(function + 1), origin);
  }
}
