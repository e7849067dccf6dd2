package dev.supportpulse.classifier.modefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.classifier.mode.RuleBooks;
import dev.supportpulse.classifier.mode.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTest {

  private static final String RULES =
      """
      version: "%s"
      rules:
        - name: %s
          mode: FREE
          style: SELF_SERVICE
          escalation: [community]
          reason: the community answers
      """;

  private final RuleBooks books = new RuleBooks(Rules.shipped());

  @TempDir Path folder;

  @Test
  void aProjectsOwnRulesComeBeforeTheDefaultOnes() throws IOException {
    write("demo", "1", "mine");

    start();

    assertThat(versions("demo")).containsExactly("demo 1", "_default 1");
    assertThat(versions("other")).containsExactly("_default 1");
    assertThat(books.of(null).sets()).containsExactly(Rules.shipped());
  }

  @Test
  void takesWhatIsAddedChangedAndRemoved() throws IOException {
    RuleFolder watched = start();
    write("demo", "1", "mine");
    write(RuleSet.DEFAULT, "2026", "for-all");

    watched.look();
    assertThat(versions("demo")).containsExactly("demo 1", "_default 2026");

    write("demo", "2", "mine");
    Files.delete(folder.resolve("_default.yaml"));
    watched.look();
    assertThat(versions("demo")).containsExactly("demo 2", "_default 1");

    Files.delete(folder.resolve("demo.yaml"));
    watched.look();
    assertThat(versions("demo")).containsExactly("_default 1");
    assertThat(watched.refused()).isEmpty();
  }

  @Test
  void whatIsWrongChangesNothingUntilItIsRight() throws IOException {
    write("demo", "1", "mine");
    RuleFolder watched = start();

    write("demo", "2", "Mine!");
    write("other", "1", "theirs");
    watched.look();
    watched.look();

    assertThat(versions("demo")).containsExactly("demo 1", "_default 1");
    assertThat(versions("other")).containsExactly("other 1", "_default 1");
    assertThat(watched.refused()).containsOnlyKeys("demo.yaml");
    assertThat(watched.refused().get("demo.yaml"))
        .contains("demo.yaml", "rule \"Mine!\"", "/rules/0/name", "must be");

    write("demo", "2", "mine");
    watched.look();
    assertThat(versions("demo")).containsExactly("demo 2", "_default 1");
    assertThat(watched.refused()).isEmpty();
  }

  @Test
  void otherRulesNeedAnotherVersionAndCommentsDoNot() throws IOException {
    write("demo", "1", "mine");
    RuleFolder watched = start();

    write("demo", "1", "yours");
    watched.look();
    assertThat(watched.refused().get("demo.yaml")).contains("/version", "version of their own");
    assertThat(books.of("demo").sets().get(0).rules().get(0).name()).isEqualTo("mine");

    Files.writeString(folder.resolve("demo.yaml"), "# mine\n" + RULES.formatted("1", "mine"));
    watched.look();
    assertThat(watched.refused()).isEmpty();
  }

  /** As Kubernetes brings a changed config map. */
  @Test
  void followsLinksThatAreSwapped() throws IOException {
    Path first = Files.createDirectory(folder.resolve("..first"));
    Path second = Files.createDirectory(folder.resolve("..second"));
    Files.writeString(first.resolve("demo.yaml"), RULES.formatted("1", "mine"));
    Files.writeString(second.resolve("demo.yaml"), RULES.formatted("2", "mine"));
    Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("..first"));
    Files.createSymbolicLink(folder.resolve("demo.yaml"), Path.of("..data/demo.yaml"));
    RuleFolder watched = start();
    assertThat(versions("demo")).contains("demo 1");

    Path next = Files.createSymbolicLink(folder.resolve("..next"), Path.of("..second"));
    Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    watched.look();

    assertThat(versions("demo")).contains("demo 2");
  }

  @Test
  void aFolderThatIsGoneChangesNothing() throws IOException {
    write("demo", "1", "mine");
    RuleFolder watched = start();

    Files.delete(folder.resolve("demo.yaml"));
    Files.delete(folder);
    watched.look();

    assertThat(versions("demo")).contains("demo 1");
    assertThat(watched.refused().get("")).contains("can't read the folder");
  }

  @Test
  void doesNotStartWithWhatIsWrong() throws IOException {
    write("demo", "1", "Mine!");
    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "supportpulse.classifier.modes.folder", "demo.yaml", "rule \"Mine!\"", "/rules/0/name");
    Files.delete(folder.resolve("demo.yaml"));
    write("Demo", "1", "mine");
    assertThatThrownBy(this::start).hasMessageContaining("Demo.yaml: is named after no project");
    assertThatThrownBy(
            () -> new RuleFolder(Rules.shipped(), folder.resolve("none"), Rules.reader(), books))
        .hasMessageContaining("can't read the folder");
  }

  private RuleFolder start() {
    return new RuleFolder(Rules.shipped(), folder, Rules.reader(), books);
  }

  private void write(String name, String version, String rule) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), RULES.formatted(version, rule));
  }

  private List<String> versions(String project) {
    return books.of(project).sets().stream().map(set -> set.name() + " " + set.version()).toList();
  }
}
