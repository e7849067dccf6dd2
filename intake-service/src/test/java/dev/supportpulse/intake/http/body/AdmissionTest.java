package dev.supportpulse.intake.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

  private static final int LIMIT = 1000;

  private final Admission admission = new Admission(LIMIT, 0.8);
  private final Admission.Visit one = admission.visit("one");
  private final Admission.Visit other = admission.visit("other");

  @Test
  void one_party_gets_its_share_and_leaves_the_rest() {
    assertThat(filledBy("noisy")).isEqualTo(800);

    assertThat(other.enter(160)).isTrue();
    assertThat(other.enter(1)).isFalse();
  }

  @Test
  void who_holds_more_than_a_share_waits_until_the_others_have_theirs() {
    assertThat(one.enter(500)).isTrue();
    assertThat(other.enter(400)).isTrue();

    assertThat(admission.visit("one").enter(1)).isFalse();
    other.leave();
    assertThat(admission.visit("one").enter(300)).isTrue();
  }

  @Test
  void a_share_of_one_is_everything_to_whom_comes_first() {
    Admission unshared = new Admission(LIMIT, 1);

    assertThat(unshared.visit("one").enter(600)).isTrue();
    assertThat(unshared.visit("one").enter(400)).isTrue();
    assertThat(unshared.visit("other").enter(1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void a_share_is_a_part(double share) {
    assertThatThrownBy(() -> new Admission(LIMIT, share))
        .hasMessageContaining("supportpulse.intake.max-in-flight-share");
  }

  @Test
  void what_leaves_makes_room_once() {
    one.enter(800);
    one.leave();
    one.leave();

    assertThat(admission.inside()).isZero();
    assertThat(filledBy("one")).isEqualTo(800);
  }

  @Test
  void whoever_is_alone_is_let_in_piece_by_piece() {
    assertThat(one.enter(800)).isTrue();
    assertThat(one.enter(800)).isTrue();
    assertThat(other.enter(1)).isFalse();
    assertThat(admission.visit("one").enter(1)).isFalse();
  }

  @Test
  void who_has_left_does_not_come_back() {
    one.enter(10);
    one.leave();

    assertThat(one.enter(10)).isFalse();
    assertThat(admission.inside()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void never_is_more_inside_than_the_limit_unless_it_is_one_request(long seed) {
    Random random = new Random(seed);
    List<Held> visits = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      step(random, visits, 5, LIMIT * 2);

      assertThat(admission.inside()).isEqualTo(visits.stream().mapToLong(Held::bytes).sum());
      if (admission.inside() > LIMIT) {
        assertThat(visits.stream().filter(held -> held.bytes() > 0)).hasSize(1);
      }
    }
    visits.forEach(held -> held.visit().leave());

    assertThat(admission.inside()).isZero();
    assertThat(filledBy("p0")).isEqualTo(800);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void however_many_parties_send_a_newcomer_finds_room(int parties) {
    double free = LIMIT * Math.pow(0.2, parties);
    Random random = new Random(parties);
    List<Held> visits = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      step(random, visits, parties, LIMIT / 4);

      assertThat(LIMIT - admission.inside()).isGreaterThanOrEqualTo((long) free);
      Admission.Visit newcomer = admission.visit("newcomer");
      assertThat(newcomer.enter((long) (0.8 * free))).isTrue();
      newcomer.leave();
    }
  }

  private record Held(Admission.Visit visit, long bytes) {}

  /** Somebody comes, or sends more, or leaves; nobody gets beyond so many bytes by one visit. */
  private void step(Random random, List<Held> visits, int parties, int largest) {
    int which = random.nextInt(visits.size() + 1);
    if (which == visits.size()) {
      visits.add(new Held(admission.visit("p" + random.nextInt(parties)), 0));
    }
    Held held = visits.get(which);
    int more = 1 + random.nextInt(random.nextBoolean() ? 5 : largest);
    if (random.nextInt(10) == 0) {
      held.visit().leave();
      visits.remove(which);
    } else if (held.bytes() + more <= largest && held.visit().enter(more)) {
      visits.set(which, new Held(held.visit(), held.bytes() + more));
    }
  }

  private long filledBy(String party) {
    long before = admission.inside();
    Admission.Visit unfilled = admission.visit(party);
    while (unfilled.enter(1)) {
      unfilled = admission.visit(party);
    }
    return admission.inside() - before;
  }
}
