package dev.supportpulse.classifier.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutstandingTermsTest {

  /** Worked by hand: the prior of 100 weighs the term as 100 · 40 / 2000 = 2. */
  @Test
  void scoresByLogOddsWithAPrior() {
    Usage usage = new Usage(100, 100, List.of(new TermCount("timeout", 30, 10)), 1000, 1000);
    double logOdds = Math.log(32.0 / (1100 - 32)) - Math.log(12.0 / (1100 - 12));
    double z = logOdds / Math.sqrt(1 / 32.0 + 1 / 12.0);

    assertThat(OutstandingTerms.of(usage).get(0).z()).isCloseTo(z, within(1e-12));
  }

  @Test
  void whatWasAskedBeforeAsWellDoesNotStandOut() {
    Usage usage =
        new Usage(
            100,
            400,
            List.of(
                new TermCount("install", 40, 160),
                new TermCount("login", 20, 5),
                new TermCount("rare", 3, 0)),
            1000,
            4000);

    assertThat(OutstandingTerms.of(usage))
        .extracting(one -> one.count().term())
        .containsExactly("login", "rare", "install");
    assertThat(OutstandingTerms.of(usage).get(0).z()).isGreaterThan(3.1);
    assertThat(OutstandingTerms.of(usage).get(1).z()).isLessThan(3.1);
    assertThat(OutstandingTerms.of(usage).get(2).z()).isCloseTo(0, within(1e-9));
  }

  @Test
  void aTermThatIsAllThereIsStandsOutOfNothing() {
    Usage usage = new Usage(5, 0, List.of(new TermCount("help", 5, 0)), 5, 0);

    assertThat(OutstandingTerms.of(usage).get(0).z()).isEqualTo(0);
  }

  @Test
  void partsAreSaidByTheLongerTerm() {
    Usage usage =
        new Usage(
            50,
            50,
            List.of(
                new TermCount("connection", 10, 0),
                new TermCount("connection pool", 9, 0),
                new TermCount("pool", 30, 0),
                new TermCount("数据", 10, 0),
                new TermCount("数据库", 10, 0)),
            300,
            300);

    assertThat(OutstandingTerms.of(usage))
        .extracting(one -> one.count().term())
        .containsExactlyInAnyOrder("connection pool", "pool", "数据库");
  }
}
