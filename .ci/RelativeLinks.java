import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds links in Markdown files that lead nowhere: to no file of the repository, or no heading. */
class RelativeLinks {

  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern EXTERNAL = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");

  public static void main(String[] args) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String file : args) {
      broken.addAll(brokenIn(Path.of(file)));
    }
    broken.forEach(System.err::println);
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private static List<String> brokenIn(Path file) throws IOException {
    List<String> broken = new ArrayList<>();
    String text = FENCED.matcher(Files.readString(file)).replaceAll("");
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      String link = links.group(1) != null ? links.group(1) : links.group(2);
      if (!EXTERNAL.matcher(link).matches() && !leadsSomewhere(file, link)) {
        broken.add(file + ": " + link);
      }
    }
    return broken;
  }

  private static boolean leadsSomewhere(Path from, String link) throws IOException {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? from : from.resolveSibling(path).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0
        || !target.toString().endsWith(".md")
        || anchors(target).contains(link.substring(hash + 1));
  }

  /** The anchors of a file's headings, named as the usual Markdown renderers name them. */
  private static Set<String> anchors(Path file) throws IOException {
    Set<String> anchors = new HashSet<>();
    Matcher headings = HEADING.matcher(FENCED.matcher(Files.readString(file)).replaceAll(""));
    while (headings.find()) {
      anchors.add(
          headings
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
              .replace(' ', '-'));
    }
    return anchors;
  }
}
