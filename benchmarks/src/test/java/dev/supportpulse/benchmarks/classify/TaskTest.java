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

    Task task = Task.ofIssues(folder);

    assertThat(task.bySource()).isTrue();
    assertThat(task.train())
        .containsExactly(
            new Text("issues_train.csv#0", "en", "FUNCTIONAL_DEFECT", "a/b", "Title\nBody, long"));
    assertThat(task.test()).extracting(Text::label).containsExactly("USAGE_QUESTION");
  }

  @Test
  void an_unknown_label_is_named() throws IOException {
    issues("issues_train.csv", "chore");
    assertThatThrownBy(() -> Task.ofIssues(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chore");
  }

  private void issues(String file, String label) throws IOException {
    Files.writeString(
        folder.resolve(file),
        "repo,created_at,label,title,body\na/b,2023-01-01,%s,Title,\"Body, long\"\n"
            .formatted(label));
  }
}
