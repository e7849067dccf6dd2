package dev.supportpulse.metrics.economics.program;

import java.util.Optional;

/** Solves programs. */
public interface Solver {

  /** The optimum. */
  Solution solve(Program program);

  /** The optimum of the linear relaxation with its shadow prices; empty if it has none. */
  Optional<Relaxation> relax(Program program);
}
