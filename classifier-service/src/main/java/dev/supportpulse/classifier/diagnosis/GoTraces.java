package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's panics and fatal errors, with the goroutine that raised them. */
final class GoTraces implements TraceParser {

  private static final Pattern PANIC = Pattern.compile("\\s*(?:panic|fatal error): (.*)");
  private static final Pattern RECOVERED = Pattern.compile(" \\[recovered.*\\]$");
  private static final Pattern GOROUTINE = Pattern.compile("\\s*goroutine \\d+ .*\\[.*\\]:\\s*");
  private static final Pattern FUNCTION = Pattern.compile("\\s*(\\S.{0,300}?)\\([^()]*\\)\\s*");
  private static final Pattern FILE =
      Pattern.compile("\\s*(\\S{1,400}\\.(?:go|s)):\\d+(?: \\+0x[0-9a-f]+)?\\s*");
  private static final Pattern PARTS = Pattern.compile("((?:.*/)?[^./]+)\\.(.*)");

  /** Below GOROOT the first folder of a package has no dot; below GOPATH it is a host's name. */
  private static final Pattern PLATFORM_FILE =
      Pattern.compile("(?:.*/)?go[^/]*(?:/libexec)?/src/(?![^/]*\\.[^/]*/).*");

  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern CLOSURE = Pattern.compile("(?:\\.(?:func)?\\d+)+");

  @Override
  public Optional<StackTrace> parse(List<String> lines) {
    List<String> panics = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    boolean inGoroutine = false;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Matcher panic = PANIC.matcher(line);
      if (GOROUTINE.matcher(line).matches()) {
        if (!frames.isEmpty()) {
          break;
        }
        inGoroutine = true;
      } else if (!inGoroutine && panic.matches()) {
        panics.add(RECOVERED.matcher(panic.group(1)).replaceFirst(""));
      } else if (inGoroutine && at + 1 < lines.size()) {
        Matcher function = FUNCTION.matcher(line);
        Matcher file = FILE.matcher(lines.get(at + 1));
        if (function.matches() && file.matches()) {
          frames.add(frame(function.group(1), file.group(1)));
          at++;
        }
      }
    }
    if (frames.isEmpty()) {
      return Optional.empty();
    }
    String message = panics.isEmpty() ? "" : panics.get(0);
    return Optional.of(
        new StackTrace(
            TraceLanguage.GO, List.of(new Failure(Panics.kind(message), message, frames))));
  }

  private static Frame frame(String qualified, String file) {
    String name = CLOSURE.matcher(TYPE_ARGUMENTS.matcher(qualified).replaceAll("")).replaceAll("");
    Matcher parts = PARTS.matcher(name);
    String path = SourcePath.slashed(file);
    boolean platform =
        PLATFORM_FILE.matcher(path).matches()
            || name.startsWith("runtime.")
            || name.equals("panic");
    Origin origin =
        platform
            ? Origin.PLATFORM
            : SourcePath.isInstalled(path) ? Origin.DEPENDENCY : Origin.APPLICATION;
    return parts.matches()
        ? new Frame(parts.group(1), parts.group(2), origin)
        : new Frame("", name, origin);
  }
}
