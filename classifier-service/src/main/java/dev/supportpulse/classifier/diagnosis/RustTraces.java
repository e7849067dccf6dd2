package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rust's panics, with or without a backtrace. */
final class RustTraces implements TraceParser {

  /** Since Rust 1.73 the message has a line of its own. */
  private static final Pattern PANICKED =
      Pattern.compile(
          "\\s*thread '[^']*'(?: \\(\\d+\\))? panicked at (?:'(.*)', )?([^\\s,]{1,300}?):\\d+:\\d+:?\\s*");

  private static final Pattern SYMBOL =
      Pattern.compile("\\s*\\d{1,4}: (?:\\s*0x[0-9a-f]+ - )?(\\S.{0,400})");
  private static final Pattern FILE = Pattern.compile("\\s+at (\\S{1,400}?):\\d+(?::\\d+)?\\s*");

  private static final Pattern HASH = Pattern.compile("::h[0-9a-f]{16}$|\\[[0-9a-f]{6,16}\\]");
  private static final Pattern CLOSURE = Pattern.compile("\\{\\{?closure(?:#\\d+)?\\}\\}?");
  private static final Pattern PLATFORM =
      Pattern.compile(
          "<?(?:&?(?:mut )?)?(?:std|core|alloc|test|proc_macro)::.*|_?_?rust_.*|_start|__libc_start.*"
              + "|main|start_thread|clone3?|__clone|_main");

  @Override
  public Optional<StackTrace> parse(List<String> lines) {
    for (int at = 0; at < lines.size(); at++) {
      Matcher panicked = PANICKED.matcher(lines.get(at));
      if (panicked.matches()) {
        String inline = panicked.group(1);
        String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
        String message = inline == null ? next : inline;
        List<Frame> frames = frames(lines.subList(at + 1, lines.size()));
        if (frames.isEmpty()) {
          frames = List.of(frame("", panicked.group(2)));
        }
        return Optional.of(
            new StackTrace(
                TraceLanguage.RUST, List.of(new Failure(Panics.kind(message), message, frames))));
      }
    }
    return Optional.empty();
  }

  private static List<Frame> frames(List<String> lines) {
    List<Frame> frames = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      Matcher symbol = SYMBOL.matcher(lines.get(at));
      if (symbol.matches()) {
        Matcher file = FILE.matcher(at + 1 < lines.size() ? lines.get(at + 1) : "");
        frames.add(frame(symbol.group(1), file.matches() ? file.group(1) : ""));
      } else if (!frames.isEmpty() && PANICKED.matcher(lines.get(at)).matches()) {
        break;
      }
    }
    return frames;
  }

  private static Frame frame(String symbol, String file) {
    String name = HASH.matcher(symbol.strip()).replaceAll("");
    name = CLOSURE.matcher(name).replaceAll("{closure}");
    String path = SourcePath.slashed(file);
    boolean platform = PLATFORM.matcher(name).matches() || path.startsWith("/rustc/");
    Origin origin =
        platform
            ? Origin.PLATFORM
            : SourcePath.isInstalled(path) ? Origin.DEPENDENCY : Origin.APPLICATION;
    if (name.isEmpty()) {
      return new Frame(path, "", origin);
    }
    int function = name.startsWith("<") ? -1 : name.lastIndexOf("::");
    return function < 0
        ? new Frame("", name, origin)
        : new Frame(name.substring(0, function), name.substring(function + 2), origin);
  }
}
