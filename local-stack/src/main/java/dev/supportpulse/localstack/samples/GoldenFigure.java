package dev.supportpulse.localstack.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a worked case.
 *
 * @param project the sample project that the case is replayed as
 * @param name the figure's name in the metrics API
 * @param label its name for people, with the source's symbol
 * @param inputs the formula with the source's numbers in it
 * @param value what the formula gives
 * @param tolerance how far an answer may be from it: nothing for amounts
 * @param printed what the source document prints
 * @param slip what is wrong with that, if anything
 */
record GoldenFigure(
    String project,
    String name,
    String label,
    String inputs,
    BigDecimal value,
    BigDecimal tolerance,
    String printed,
    @Nullable String slip) {

  private static final BigDecimal RATIO = new BigDecimal("1e-12");

  /** Requirements §2, in the order of the source documents. */
  static final List<GoldenFigure> ALL =
      List.of(
          ratio("default", "netSatisfaction", "net satisfaction S", "(600 - 400) / 1000", "0.2"),
          ratio("default", "satisfactionEffect", "effect E", "(0.2 - 0.5) / |0.5|", "-0.6"),
          amount("default", "supportCost", "support cost C", "50 000 + 30 000 + 10 000", "90 000"),
          amount("default", "profit", "profit R", "200 000 - 90 000", "110 000")
              .but("100 000", "200 000 - 90 000 is 110 000; the source prints 100 000"),
          ratio(
              "rated-cost",
              "weightedSatisfaction",
              "weighted satisfaction",
              "0.5·0.9 + 0.3·0.8 + 0.2·0.7",
              "0.83"),
          amount("rated-cost", "ratedCost", "rated cost", "100·100 + 500·1000 + 200·500", "610 000")
              .but("610 000", "200·500 is 100 000; the source prints 10 000, its sum is right"),
          ratio(
                  "efficiency",
                  "weightedCsat",
                  "weighted CSAT",
                  "0.5·0.85 + 0.3·0.8 + 0.2·0.75",
                  "0.815")
              .but("0.81", "0.425 + 0.24 + 0.15 is 0.815; the source drops the last digit"),
          amount(
              "efficiency", "totalCost", "total cost TC", "100·1000 + 10·500 + 5 000", "110 000"),
          ratio("efficiency", "supportEfficiency", "support efficiency SE", "80 / 100", "0.8"),
          ratio(
                  "efficiency",
                  "compositeEfficiency",
                  "composite efficiency",
                  "0.6·0.8 + 0.3·(1 / 2 days) + 0.1·0.815",
                  "0.7115")
              .but("0.711", "follows from 0.815; the source goes on with 0.81"));

  /** Whether an answer is this figure. */
  boolean agreesWith(BigDecimal answer) {
    return answer.subtract(value).abs().compareTo(tolerance) <= 0;
  }

  /** A number as the table writes it: without trailing zeros, thousands apart. */
  static String text(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= 0
        ? String.format(Locale.ROOT, "%,d", plain.toBigInteger()).replace(',', ' ')
        : plain.toPlainString();
  }

  private static GoldenFigure ratio(
      String project, String name, String label, String inputs, String value) {
    return new GoldenFigure(
        project, name, label, inputs, new BigDecimal(value), RATIO, value, null);
  }

  private static GoldenFigure amount(
      String project, String name, String label, String inputs, String value) {
    return new GoldenFigure(
        project,
        name,
        label,
        inputs,
        new BigDecimal(value.replace(" ", "")),
        BigDecimal.ZERO,
        value,
        null);
  }

  private GoldenFigure but(String printedInSource, String why) {
    return new GoldenFigure(project, name, label, inputs, value, tolerance, printedInSource, why);
  }
}
