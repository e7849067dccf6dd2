package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Models of any shape, from a seed. */
final class RandomModels {

  private static final double HOURS = 160;

  private final Random random;

  RandomModels(long seed) {
    this.random = new Random(seed);
  }

  /** A few needs, tools and people; limits may be out of reach. */
  SupportModel small() {
    List<Demand> demands =
        IntStream.range(0, 1 + random.nextInt(3)).mapToObj(this::demand).toList();
    List<Team> teams = teams();
    return new SupportModel(
        HOURS,
        between(0, 5_000),
        between(0, 5_000),
        demands,
        IntStream.range(0, random.nextInt(3)).mapToObj(this::tool).toList(),
        teams,
        new Limits(
            maybe(between(5_000, 60_000)), maybe(between(0.2, 12)), maybe(between(0.4, 0.85))),
        random.nextBoolean() ? 0 : between(0, 100_000));
  }

  private Demand demand(int index) {
    List<SupportMode> modes = new ArrayList<>(List.of(SupportMode.values()));
    Collections.shuffle(modes, random);
    int count = 1 + random.nextInt(3);
    double[] shares = IntStream.range(0, count).mapToDouble(i -> between(0.05, 1)).toArray();
    double sum = IntStream.range(0, count).mapToDouble(i -> shares[i]).sum();
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = shares[i] / sum;
      double freedom = random.nextBoolean() ? 1 : between(0, 0.5);
      ways.add(
          new Way(
              modes.get(i),
              share,
              Math.max(0, share - freedom),
              Math.min(1, share + freedom),
              modes.get(i) == SupportMode.FREE ? 0 : between(0, 300),
              between(0, 60),
              between(0.5, 3),
              between(-0.5, 0.6),
              between(0.35, 0.8)));
    }
    return new Demand(any(NeedCategory.values()), "tier-" + index, between(5, 120), ways);
  }

  /** One team for all, or one for those who pay and none for the others. */
  private List<Team> teams() {
    return switch (random.nextInt(3)) {
      case 0 -> List.of(team("all", Set.of(SupportMode.values())));
      case 1 ->
          List.of(
              team("paid", Set.of(SupportMode.PAID, SupportMode.HYBRID)),
              team("free", Set.of(SupportMode.FREE)));
      default -> List.of(team("paid", Set.of(SupportMode.PAID)));
    };
  }

  private Team team(String name, Set<SupportMode> modes) {
    int least = random.nextInt(2);
    int most = least + random.nextInt(4);
    return new Team(
        name,
        modes,
        between(0.3, 3),
        between(0, 60),
        least,
        most,
        random.nextBoolean() ? null : least + random.nextInt(most - least + 1));
  }

  private Tool tool(int index) {
    boolean scoped = random.nextBoolean();
    return new Tool(
        "tool-" + index,
        between(0, 3_000),
        random.nextBoolean(),
        List.of(
            new Tool.Effect(
                scoped ? Set.of(any(NeedCategory.values())) : Set.of(),
                scoped ? Set.of() : Set.of(any(SupportMode.values())),
                between(-10, 10),
                between(-0.2, 0.2),
                between(-0.05, 0.15),
                between(-0.05, 0.08))));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  private @Nullable Double maybe(double value) {
    return random.nextInt(4) == 0 ? null : value;
  }
}
