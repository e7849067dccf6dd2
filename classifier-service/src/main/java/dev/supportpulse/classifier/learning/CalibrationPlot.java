package dev.supportpulse.classifier.learning;

import java.util.List;
import java.util.Locale;

/**
 * A reliability diagram as SVG: how often predictions of a confidence are right. Dots on the
 * diagonal are honest, below it too sure, above it not sure enough; their area tells how many texts
 * they stand for.
 */
final class CalibrationPlot {

  private static final int SIDE = 240;
  private static final int MARGIN = 48;
  private static final int CELL = SIDE + 2 * MARGIN;
  private static final int COLUMNS = 2;

  /** The radius of a dot that stands for all texts of its panel. */
  private static final double LARGEST_DOT = 24;

  private static final double SMALLEST_DOT = 2;

  private CalibrationPlot() {}

  /**
   * Predictions that share a diagram.
   *
   * @param title plain letters, no markup
   */
  record Panel(String title, Evaluation evaluation) {}

  /** The panels, two in a row. */
  static String svg(List<Panel> panels) {
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"11\">%n",
            COLUMNS * CELL, rows * CELL));
    svg.append(format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"));
    for (int i = 0; i < panels.size(); i++) {
      int x = i % COLUMNS * CELL + MARGIN;
      int y = i / COLUMNS * CELL + MARGIN;
      svg.append(format("<g transform=\"translate(%d %d)\">%n", x, y));
      panel(panels.get(i), svg);
      svg.append(format("</g>%n"));
    }
    return svg.append(format("</svg>%n")).toString();
  }

  private static void panel(Panel panel, StringBuilder svg) {
    Evaluation evaluation = panel.evaluation();
    svg.append(
        format(
            "<text x=\"0\" y=\"-12\" font-size=\"13\">%s, %d texts, ECE %.3f</text>%n",
            panel.title(), evaluation.texts(), evaluation.calibrationError()));
    svg.append(
        format("<rect width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#666\"/>%n", SIDE, SIDE));
    svg.append(
        format("<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"0\" stroke=\"#999\"/>%n", SIDE, SIDE));
    for (int tick = 0; tick <= 4; tick++) {
      double share = tick / 4.0;
      svg.append(
          format(
              "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.2f</text>%n",
              share * SIDE, SIDE + 16, share));
      svg.append(
          format(
              "<text x=\"-6\" y=\"%.0f\" text-anchor=\"end\">%.2f</text>%n",
              SIDE - share * SIDE + 4, share));
    }
    svg.append(
        format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">confidence → share that is"
                + " right</text>%n",
            SIDE / 2, SIDE + 32));
    for (Evaluation.Bin bin : evaluation.bins()) {
      double radius =
          Math.max(
              SMALLEST_DOT, LARGEST_DOT * Math.sqrt((double) bin.texts() / evaluation.texts()));
      svg.append(
          format(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f6feb\""
                  + " fill-opacity=\"0.6\"><title>%d texts: confidence %.3f, right"
                  + " %.3f</title></circle>%n",
              bin.confidence() * SIDE,
              SIDE - bin.accuracy() * SIDE,
              radius,
              bin.texts(),
              bin.confidence(),
              bin.accuracy()));
    }
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }
}
