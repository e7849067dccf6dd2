package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.service.access.Allowance.Taken;
import dev.supportpulse.service.access.Allowance.TooMany;
import dev.supportpulse.service.access.Allowance.Wait;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final class Hand implements TimeMeter {
    private long nanos;

    void forward(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private final Hand clock = new Hand();
  private final Allowance allowance = new Allowance(Quota.parse("10/s burst 20"), clock);

  @Test
  void aBurstMayBeTakenAtOnceAndFlowsInEvenly() {
    assertThat(allowance.take(20)).isEqualTo(new Taken());
    assertThat(allowance.take(5)).isEqualTo(new Wait(Duration.ofMillis(500)));
    assertThat(allowance.untilFull()).isEqualTo(Duration.ofSeconds(2));

    clock.forward(Duration.ofMillis(500));

    assertThat(allowance.left()).isEqualTo(5);
    assertThat(allowance.take(5)).isEqualTo(new Taken());
    assertThat(allowance.left()).isZero();
  }

  @Test
  void whatIsNotThereTakesNothing() {
    assertThat(allowance.take(15)).isEqualTo(new Taken());
    assertThat(allowance.take(6)).isInstanceOf(Wait.class);
    assertThat(allowance.left()).isEqualTo(5);
  }

  @Test
  void moreThanTheBurstIsNeverThere() {
    assertThat(allowance.take(21)).isEqualTo(new TooMany(20));
    assertThat(allowance.left()).isEqualTo(20);
  }

  @Test
  void eachCallerHasAnAllowanceOfTheirOwn() {
    Allowances allowances = new Allowances(Quota.parse("1/s"), clock);

    allowances.of(caller("one", null)).orElseThrow().take(1);

    assertThat(allowances.of(caller("one", null)).orElseThrow().left()).isZero();
    assertThat(allowances.of(caller("other", null)).orElseThrow().left()).isEqualTo(1);
  }

  @Test
  void aKeysOwnQuotaGoesBeforeTheDefaultAndAChangedOneStartsAnew() {
    Allowances allowances = new Allowances(Quota.parse("1/s"), clock);

    allowances.of(caller("one", Quota.parse("2/s"))).orElseThrow().take(2);
    assertThat(allowances.of(caller("one", Quota.parse("2/s"))).orElseThrow().left()).isZero();
    assertThat(allowances.of(caller("one", Quota.parse("3/s"))).orElseThrow().left()).isEqualTo(3);
  }

  @Test
  void withoutAnyQuotaNothingLimits() {
    assertThat(new Allowances((Quota) null, clock).of(Caller.ANYONE)).isEmpty();
  }

  private static Caller caller(String id, @Nullable Quota quota) {
    return new Caller(id, Role.EMITTER, Scope.EVERY_PROJECT, quota);
  }
}
