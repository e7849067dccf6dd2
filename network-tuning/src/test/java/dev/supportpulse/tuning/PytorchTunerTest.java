package dev.supportpulse.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.learning.NetworkTuner;
import dev.supportpulse.classifier.learning.NetworkTuner.Course;
import dev.supportpulse.classifier.learning.NetworkTuner.Lesson;
import dev.supportpulse.classifier.onnx.Network;
import dev.supportpulse.classifier.onnx.NetworkTokens;
import dev.supportpulse.classifier.onnx.TunedEmbedder;
import dev.supportpulse.classifier.onnx.TunedWeights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That networks learn, judged by the runtime that the service reads them with. */
class PytorchTunerTest {

  private static final Course COURSE = new Course(6, 5e-5f, 1e-2f, 4, 0.1f, 1);

  /** By turns of speed (0) and of thanks (1). */
  private static final List<String> ENGLISH =
      List.of(
          "The query takes ten seconds since the update",
          "Thank you for the lovely meetup in Lisbon",
          "Searching became awfully sluggish",
          "Great work, congratulations on the release",
          "Startup is twice as slow as before",
          "We are so grateful for this project",
          "The list lags when I scroll through it",
          "Thanks a lot to everybody who helped");

  private static final List<String> CHINESE =
      List.of(
          "升级之后查询要十秒",
          "感谢大家参加聚会",
          "新版本搜索非常卡",
          "恭喜新版本发布",
          "启动比以前慢一倍",
          "非常感谢这个项目",
          "列表滚动的时候很卡顿",
          "谢谢每一位帮助过的人");

  @ParameterizedTest
  @EnumSource(names = {"MINILM", "BGE_ZH"})
  void aTunedNetworkTellsWhatItLearned(Network network) throws IOException {
    List<String> texts = network == Network.BGE_ZH ? CHINESE : ENGLISH;
    List<Lesson> lessons = lessons(network, texts);

    TunedWeights tuned = NetworkTuner.found().tune(network, lessons, 2, COURSE);

    try (TunedEmbedder reader = TunedEmbedder.load(tuned)) {
      for (int i = 0; i < texts.size(); i++) {
        float[] scores = reader.embed(texts.get(i));
        assertThat(scores[i % 2]).as(texts.get(i)).isGreaterThan(scores[1 - i % 2]);
      }
    }
  }

  @Test
  void tuningTwiceGivesTheSameWeights() throws IOException {
    Course once = new Course(1, 5e-5f, 1e-2f, 4, 0.1f, 1);
    List<Lesson> lessons = lessons(Network.BGE_ZH, CHINESE.subList(0, 4));
    assertThat(NetworkTuner.found().tune(Network.BGE_ZH, lessons, 2, once).version())
        .isEqualTo(NetworkTuner.found().tune(Network.BGE_ZH, lessons, 2, once).version());
  }

  private static List<Lesson> lessons(Network network, List<String> texts) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    try (NetworkTokens tokens = NetworkTokens.load(network, TunedEmbedder.MAX_TOKENS)) {
      for (int i = 0; i < texts.size(); i++) {
        lessons.add(new Lesson(tokens.of(texts.get(i)), i % 2, 1));
      }
    }
    return lessons;
  }
}
