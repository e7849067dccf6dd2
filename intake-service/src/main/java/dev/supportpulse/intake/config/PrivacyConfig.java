package dev.supportpulse.intake.config;

import dev.supportpulse.intake.privacy.Kind;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code supportpulse.intake.privacy.*}: how personal data is kept out of the log. */
@ConfigMapping(prefix = "supportpulse.intake.privacy")
public interface PrivacyConfig {

  /**
   * The keys of pseudonyms, each as {@code <id>:<key>}, the key at least 32 bytes in hexadecimal or
   * base64. The first one makes new pseudonyms, the others made older ones. Either these or {@code
   * pseudonym-keys-file} must be given.
   */
  Optional<List<String>> pseudonymKeys();

  /** A file with such keys, one a line, such as a mounted secret. */
  Optional<Path> pseudonymKeysFile();

  /** What differs by project. */
  Map<String, ProjectPrivacy> projects();

  /** What differs for one project. */
  interface ProjectPrivacy {

    /** The kinds of personal data that stay in its texts. */
    Optional<Set<Kind>> off();
  }
}
