package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.samples.Progress;

/** Tells how far the replay of the samples has come: a line each tenth. */
final class ReplayProgress implements Progress {

  private static final int STEPS = 10;

  private final Report report;
  private int told;

  ReplayProgress(Report report) {
    this.report = report;
  }

  @Override
  public void accepted(int accepted, int total) {
    int steps = (int) ((long) accepted * STEPS / total);
    if (steps > told) {
      told = steps;
      report.line("  samples taken by intake: %d of %d".formatted(accepted, total));
    }
  }
}
