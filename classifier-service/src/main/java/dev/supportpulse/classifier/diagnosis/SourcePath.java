package dev.supportpulse.classifier.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of source files without what is a machine's own. */
final class SourcePath {

  /** Folders that package managers install into; what follows is the same on every machine. */
  private static final Pattern INSTALLED =
      Pattern.compile(
          ".*(?:(?:site|dist)-packages|node_modules|/registry/src/[^/]+|/git/checkouts/[^/]+|/pkg/mod"
              + "|/vendor)/(.+)");

  /** Files that are named by their folder. */
  private static final Set<String> BY_FOLDER =
      Set.of("__init__.py", "__main__.py", "index.js", "index.ts", "index.mjs", "mod.rs", "lib.rs");

  /** Content hashes of bundlers and versions of packages. */
  private static final Pattern DRAWN =
      Pattern.compile(
          "[.-](?=[A-Za-z0-9_]*\\d)[A-Za-z0-9_]{8,32}(?=\\.m?js$)|[@-]v?\\d+\\.\\d[\\w.+-]*(?=/)");

  private SourcePath() {}

  /** With forward slashes, and without query. */
  static String slashed(String path) {
    String slashed = path.replace('\\', '/');
    int query = slashed.indexOf('?');
    return query < 0 ? slashed : slashed.substring(0, query);
  }

  /** Whether a package manager put the file there. */
  static boolean isInstalled(String path) {
    return INSTALLED.matcher(path).matches();
  }

  /**
   * What of a path is the same on every machine: all that follows the folder of installed packages,
   * or else the last folder of the project's; of other paths the file's name alone.
   */
  static String common(String path, Predicate<String> isProjects) {
    Matcher installed = INSTALLED.matcher(path);
    String kept = DRAWN.matcher(installed.matches() ? installed.group(1) : path).replaceAll("");
    if (installed.matches()) {
      return kept;
    }
    List<String> parts =
        Arrays.stream(kept.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    int last = parts.size() - 1;
    for (int i = last; i >= 0; i--) {
      if (isProjects.test(parts.get(i))) {
        return String.join("/", parts.subList(i, parts.size()));
      }
    }
    if (last < 0) {
      return kept;
    }
    boolean byFolder = last > 0 && BY_FOLDER.contains(parts.get(last).toLowerCase(Locale.ROOT));
    return byFolder ? parts.get(last - 1) + "/" + parts.get(last) : parts.get(last);
  }
}
