package dev.supportpulse.benchmarks.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTest {

  @TempDir Path folder;

  @Test
  void a_fifth_is_judged_and_the_split_is_the_same_each_time() {
    List<Text> texts =
        IntStream.range(0, 50)
            .mapToObj(i -> new Text("t" + i, "en", "OTHER", "here", "text " + i))
            .toList();

    Task task = Task.split(texts);

    assertThat(task.test()).hasSize(10).isEqualTo(Task.split(texts).test());
    assertThat(task.train()).hasSize(40).doesNotContainAnyElementsOf(task.test());
  }

  @Test
  void texts_of_needs_are_read_back_as_they_were_written() throws IOException {
    Text text = new Text("a", "zh", "SECURITY", "here", "口令\n明文");
    Path file = folder.resolve("one.jsonl");
    Task.write(List.of(text), file);

    assertThat(Task.ofNeeds(file, file).train()).containsExactly(text, text);
  }

  @Test
  void issues_keep_their_repository_and_get_our_labels() throws IOException {
    issues("issues_train.csv", "bug");
    issues("issues_test.csv", "question");

    Task.write(
        List.of(
            other("en", "USAGE_QUESTION", "c/d, via somewhere"),
            other("en", "SECURITY", "c/d, via somewhere"),
            other("zh", "USAGE_QUESTION", "c/d, via somewhere"),
            other("en", "USAGE_QUESTION", "a/b, via NLBSE")),
        folder.resolve("further.jsonl"));

    Task task = Task.ofIssues(folder, folder.resolve("further.jsonl"));

    assertThat(task.bySource()).isTrue();
    assertThat(task.others()).containsExactly(other("en", "USAGE_QUESTION", "c/d, via somewhere"));
    assertThat(task.train())
        .containsExactly(
            new Text("issues_train.csv#0", "en", "FUNCTIONAL_DEFECT", "a/b", "Title\nBody, long"));
    assertThat(task.test()).extracting(Text::label).containsExactly("USAGE_QUESTION");
  }

  @Test
  void each_text_to_learn_from_is_judged_once_by_what_learned_without_it() {
    List<Text> texts =
        IntStream.range(0, 12).mapToObj(i -> other("en", "OTHER", "project " + i)).toList();
    List<Task> folds =
        new Task("t", texts, List.of(), List.of(other("en", "OTHER", "unseen")), true).folds();

    assertThat(folds).flatExtracting(Task::test).containsExactlyInAnyOrderElementsOf(texts);
    assertThat(folds)
        .allSatisfy(
            fold -> {
              assertThat(fold.train()).doesNotContainAnyElementsOf(fold.test());
              assertThat(fold.train().size() + fold.test().size()).isEqualTo(12);
            });
  }

  @Test
  void an_unknown_label_is_named() throws IOException {
    issues("issues_train.csv", "chore");
    Task.write(List.of(), folder.resolve("further.jsonl"));
    assertThatThrownBy(() -> Task.ofIssues(folder, folder.resolve("further.jsonl")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chore");
  }

  private static Text other(String language, String label, String source) {
    return new Text("id", language, label, source, "text");
  }

  private void issues(String file, String label) throws IOException {
    Files.writeString(
        folder.resolve(file),
        "repo,created_at,label,title,body\na/b,2023-01-01,%s,Title,\"Body, long\"\n"
            .formatted(label));
  }
}
