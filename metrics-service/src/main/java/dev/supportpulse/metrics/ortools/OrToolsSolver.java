package dev.supportpulse.metrics.ortools;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.DoubleParam;
import com.google.ortools.linearsolver.MPVariable;
import dev.supportpulse.metrics.economics.program.Program;
import dev.supportpulse.metrics.economics.program.Program.Column;
import dev.supportpulse.metrics.economics.program.Program.Row;
import dev.supportpulse.metrics.economics.program.Program.Term;
import dev.supportpulse.metrics.economics.program.Relaxation;
import dev.supportpulse.metrics.economics.program.Solution;
import dev.supportpulse.metrics.economics.program.Solver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SCIP's branch and bound and CLP's simplex, by OR-Tools. Rows and objective are scaled so that
 * their largest factor is 1: neither the unit of an amount nor that of a duration changes what is
 * found.
 */
public final class OrToolsSolver implements Solver {

  private static final String MIXED_INTEGER = "SCIP";
  private static final String LINEAR = "CLP";

  /**
   * Plans have few whole numbers, and their relaxation is nearly whole. Diving and pumping for a
   * first choice, starting anew when some numbers are known, and trying every branch at length take
   * longer than they save; none of it changes what is best.
   */
  private static final String SCIP_PARAMETERS =
      """
      heuristics/farkasdiving/freq = -1
      heuristics/feaspump/freq = -1
      presolving/maxrestarts = 0
      branching/relpscost/initcand = 8
      branching/relpscost/inititer = 30
      """;

  /** Nothing better by more than one in ten million is left. */
  private static final double GAP = 1e-7;

  private final Duration limit;

  /**
   * A solver.
   *
   * @param limit after which the best that was found is taken
   */
  public OrToolsSolver(Duration limit) {
    this.limit = limit;
  }

  @Override
  public Solution solve(Program program) {
    try (Scaled scaled = new Scaled(program, MIXED_INTEGER)) {
      scaled.set(SCIP_PARAMETERS);
      ResultStatus status = scaled.maximise(limit);
      if (status == ResultStatus.OPTIMAL || status == ResultStatus.FEASIBLE) {
        return new Solution.Found(
            scaled.objective(), scaled.values(), status == ResultStatus.OPTIMAL);
      }
      return status == ResultStatus.INFEASIBLE ? new Solution.Infeasible() : new Solution.GaveUp();
    }
  }

  @Override
  public Optional<Relaxation> relax(Program program) {
    try (Scaled scaled = new Scaled(program, LINEAR)) {
      return scaled.maximise(limit) == ResultStatus.OPTIMAL
          ? Optional.of(new Relaxation(scaled.objective(), scaled.values(), scaled.prices()))
          : Optional.empty();
    }
  }

  /** Loads the native library once, when the first program is solved. */
  private static final class Library {
    static {
      Loader.loadNativeLibraries();
    }

    private Library() {}

    static MPSolver solver(String name) {
      MPSolver solver = MPSolver.createSolver(name);
      if (solver == null) {
        throw new IllegalStateException("OR-Tools comes without " + name);
      }
      return solver;
    }
  }

  /** A program in the memory of the native library. */
  private static final class Scaled implements AutoCloseable {

    private final Program program;
    private final MPSolver solver;
    private final List<MPVariable> columns = new ArrayList<>();
    private final List<MPConstraint> rows = new ArrayList<>();
    private final double gains;

    Scaled(Program program, String solverName) {
      this.program = program;
      this.solver = Library.solver(solverName);
      this.gains = scale(program.columns().stream().mapToDouble(Column::gain).toArray());
      MPObjective objective = solver.objective();
      objective.setMaximization();
      for (Column column : program.columns()) {
        MPVariable variable = solver.makeVar(column.lower(), column.upper(), column.whole(), "");
        objective.setCoefficient(variable, column.gain() / gains);
        columns.add(variable);
      }
      for (Row row : program.rows()) {
        double scale = scale(row);
        MPConstraint constraint =
            solver.makeConstraint(row.least() / scale, row.most() / scale, "");
        for (Term term : row.terms()) {
          constraint.setCoefficient(columns.get(term.column()), term.factor() / scale);
        }
        rows.add(constraint);
      }
    }

    void set(String parameters) {
      if (!solver.setSolverSpecificParametersAsString(parameters)) {
        throw new IllegalStateException("OR-Tools doesn't know all of " + parameters);
      }
    }

    ResultStatus maximise(Duration limit) {
      solver.setTimeLimit(limit.toMillis());
      MPSolverParameters parameters = new MPSolverParameters();
      parameters.setDoubleParam(DoubleParam.RELATIVE_MIP_GAP, GAP);
      ResultStatus status = solver.solve(parameters);
      parameters.delete();
      return status;
    }

    double objective() {
      return solver.objective().value() * gains;
    }

    List<Double> values() {
      return columns.stream().map(MPVariable::solutionValue).toList();
    }

    List<Double> prices() {
      List<Double> prices = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        prices.add(rows.get(i).dualValue() * gains / scale(program.rows().get(i)));
      }
      return prices;
    }

    private static double scale(Row row) {
      return scale(row.terms().stream().mapToDouble(Term::factor).toArray());
    }

    private static double scale(double[] factors) {
      double largest = 0;
      for (double factor : factors) {
        largest = Math.max(largest, Math.abs(factor));
      }
      return largest == 0 ? 1 : largest;
    }

    @Override
    public void close() {
      solver.delete();
    }
  }
}
