package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Traces of V8 (Node.js, Chrome), with causes as Node prints them, and of Firefox and Safari. */
final class JavaScriptTraces implements TraceParser {

  private static final Pattern V8_FRAME =
      Pattern.compile(
          "\\s*at (?:async )?(?:(.{1,300}?) \\()?"
              + "((?:[a-z][a-z+-]{1,20}:|[A-Za-z]:[\\\\/])?[^()\\s:][^():]{0,500}(?::\\d+){1,2}|<anonymous>|native)"
              + "\\)?,?\\s*\\{?\\s*");
  private static final Pattern GECKO_FRAME =
      Pattern.compile(
          "([^\\s@(]{0,200})@((?:[a-z-]{2,20}:)/?/?[^\\s()]{1,500}?(?::\\d+){1,2})\\s*");
  private static final Pattern CAUSE = Pattern.compile("\\s*\\[cause\\]: (.*)");
  private static final Pattern HEADER =
      Pattern.compile(
          "\\s*(?:Uncaught (?:\\(in promise\\) )?|Unhandled[ \\w]{0,40}: )?"
              + "([A-Z][\\w$.]{0,100})(?: \\[\\w{1,60}\\])?(?:: (.*)|\\s*\\{?\\s*)");

  private static final Pattern POSITION = Pattern.compile("(?::\\d+){1,2}$");
  private static final Pattern PLATFORM =
      Pattern.compile(
          "(?:node:|internal/|<anonymous>|native|(?:chrome|moz)-extension:|resource:).*");
  private static final Pattern URL = Pattern.compile("[a-z][a-z+-]{1,20}:/{2,3}[^/]*(/.*)");

  /** What V8 says around a function's name, differently from version to version. */
  private static final Pattern AROUND =
      Pattern.compile("^new |^async |^(?:Object|Function|Module|exports)\\.| \\[as .*\\]$|/<$");

  private static final int HEADER_WITHIN = 40;

  @Override
  public Optional<StackTrace> parse(List<String> lines) {
    List<Failure> chain = new ArrayList<>();
    @Nullable String header = null;
    List<Frame> frames = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Matcher cause = CAUSE.matcher(line);
      Optional<Frame> frame = frame(line);
      if (frame.isPresent()) {
        if (header == null) {
          header = headerIn(lines.subList(Math.max(0, at - HEADER_WITHIN), at));
        }
        frames.add(frame.get());
      } else if (header != null && cause.matches()) {
        chain.add(failure(header, frames));
        frames = new ArrayList<>();
        header = cause.group(1);
      } else if (!frames.isEmpty() && HEADER.matcher(line).matches()) {
        break;
      }
    }
    if (header == null) {
      return Optional.empty();
    }
    chain.add(failure(header, frames));
    return Optional.of(new StackTrace(TraceLanguage.JAVASCRIPT, chain));
  }

  private static String headerIn(List<String> before) {
    for (int i = before.size() - 1; i >= 0; i--) {
      if (HEADER.matcher(before.get(i)).matches()) {
        return before.get(i);
      }
    }
    return "";
  }

  private static Failure failure(String header, List<Frame> frames) {
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      return new Failure("Error", header.strip(), frames);
    }
    String message = matcher.group(2);
    return new Failure(matcher.group(1), message == null ? "" : message, frames);
  }

  private static Optional<Frame> frame(String line) {
    Matcher v8 = V8_FRAME.matcher(line);
    if (v8.matches()) {
      return Optional.of(frame(v8.group(1), v8.group(2)));
    }
    Matcher gecko = GECKO_FRAME.matcher(line);
    return gecko.matches() ? Optional.of(frame(gecko.group(1), gecko.group(2))) : Optional.empty();
  }

  private static Frame frame(@Nullable String function, String location) {
    String path = SourcePath.slashed(POSITION.matcher(location).replaceFirst(""));
    String name = function == null ? "" : AROUND.matcher(function).replaceAll("");
    if (PLATFORM.matcher(path).matches()) {
      return new Frame(path, name, Origin.PLATFORM);
    }
    Matcher url = URL.matcher(path);
    return new Frame(
        url.matches() ? url.group(1) : path,
        name,
        SourcePath.isInstalled(path) ? Origin.DEPENDENCY : Origin.APPLICATION);
  }
}
