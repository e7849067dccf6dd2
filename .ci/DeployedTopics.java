import dev.supportpulse.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Says whether deploy/kafka/topics.tsv is what the code expects: the same topics, as many
 * partitions as the shared count for the keyed ones and one for the others, the same retention and clean-up.
 */
class DeployedTopics {

  private static final int SHARED_PARTITIONS = 24;

  public static void main(String[] args) throws Exception {
    String expected =
        Topics.all().stream()
            .map(
                topic ->
                    "%s\t%d\t%d\t%s\n"
                        .formatted(
                            topic.name(),
                            topic.keyed() ? SHARED_PARTITIONS : 1,
                            topic.retention().toMillis(),
                            topic.cleanupPolicy()))
            .collect(Collectors.joining());
    Path table = Path.of(args[0]);
    if (!Files.readString(table).equals(expected)) {
      System.err.printf("%s differs from Topics.all(); it should be:%n%s", table, expected);
      System.exit(1);
    }
  }
}
