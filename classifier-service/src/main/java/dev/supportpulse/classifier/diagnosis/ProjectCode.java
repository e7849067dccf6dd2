package dev.supportpulse.classifier.diagnosis;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which frames are the supported project's. Its users' own code is different everywhere, and often
 * the project is but an installed package beside it: so code is told by name, not by place.
 */
final class ProjectCode {

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{N}_-]+");
  private static final Pattern SEPARATORS = Pattern.compile("[_-]");

  private final List<List<String>> names;

  private ProjectCode(List<List<String>> names) {
    this.names = names;
  }

  /**
   * The code of a project.
   *
   * @param project its name, which may be that of a package or folder
   * @param packages more names of its code, such as {@code org.springframework.boot}
   */
  static ProjectCode of(String project, Collection<String> packages) {
    return new ProjectCode(
        Stream.concat(Stream.of(project), packages.stream())
            .map(ProjectCode::parts)
            .filter(parts -> !parts.isEmpty())
            .toList());
  }

  /** Whether one of the names is in that place, whole. */
  boolean owns(Frame frame) {
    List<String> place = parts(frame.place());
    return names.stream().anyMatch(name -> isWithin(place, name));
  }

  /** Whether a folder has the project's name. */
  boolean isFolder(String folder) {
    List<String> alone = parts(folder);
    return names.contains(alone);
  }

  private static boolean isWithin(List<String> place, List<String> name) {
    for (int i = 0; i + name.size() <= place.size(); i++) {
      if (place.subList(i, i + name.size()).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> parts(String name) {
    return Arrays.stream(BETWEEN_NAMES.split(name, -1))
        .filter(part -> !part.isEmpty())
        .map(part -> SEPARATORS.matcher(part).replaceAll("").toLowerCase(Locale.ROOT))
        .toList();
  }
}
