package dev.supportpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.launch.RunOptions.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunOptionsTest {

  @Test
  void startsWithSamplesAndWhatWasKeptIfNothingIsSaid() {
    assertThat(parse("")).isEqualTo(new RunOptions(Verb.START, false, true, new PortPlan(8080)));
  }

  @Test
  void takesOptionsInAnyOrder() {
    RunOptions expected = new RunOptions(Verb.START, true, false, new PortPlan(9000));

    assertThat(parse("--fresh --no-samples --port-base 9000")).isEqualTo(expected);
    assertThat(parse("start --port-base 9000 --no-samples --fresh")).isEqualTo(expected);
  }

  @Test
  void knowsStatusAndStop() {
    assertThat(parse("status").verb()).isEqualTo(Verb.STATUS);
    assertThat(parse("stop").verb()).isEqualTo(Verb.STOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--fresch", "stop now", "status --fresh", "--fresh stop"})
  void refusesWhatItDoesNotUnderstand(String arguments) {
    String misunderstood = arguments.substring(arguments.lastIndexOf(' ') + 1);

    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'" + misunderstood + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port-base", "--port-base x", "--port-base -1", "--port-base 65531"})
  void refusesPortsThatDoNotExist(String arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--port-base takes a number from 0 to 65530");
  }

  @Test
  void putsEverythingAboveTheBase() {
    PortPlan ports = parse("--port-base 9000").ports();

    assertThat(ports.port(Service.INTAKE)).isEqualTo(9001);
    assertThat(ports.port(Service.CLASSIFIER)).isEqualTo(9002);
    assertThat(ports.port(Service.METRICS)).isEqualTo(9003);
    assertThat(ports.broker()).isEqualTo(9004);
    assertThat(ports.database()).isEqualTo(9005);
  }

  private static RunOptions parse(String arguments) {
    return RunOptions.parse(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));
  }
}
