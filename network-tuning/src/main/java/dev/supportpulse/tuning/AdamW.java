package dev.supportpulse.tuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization",
 * 2019) in place, with its usual constants. DJL's own gives every weight one rate and doesn't
 * shorten gradients.
 */
final class AdamW {

  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final double DECAY = 0.01;

  private final List<Moving> all = new ArrayList<>();
  private int steps;

  /** A weight, with the running means of its gradients and of their squares. */
  private record Moving(String name, NDArray weight, NDArray mean, NDArray square) {}

  AdamW(Map<String, NDArray> weights, NDManager manager) {
    weights.forEach(
        (name, weight) ->
            all.add(
                new Moving(
                    name,
                    weight,
                    manager.zeros(weight.getShape()),
                    manager.zeros(weight.getShape()))));
  }

  /**
   * Moves every weight against its gradient, and forgets the gradients.
   *
   * @param rates by name
   * @param longest all gradients together are shortened to that length
   * @param manager keeps what is computed
   * @return whether it moved them: not where a gradient is no number
   */
  boolean step(ToDoubleFunction<String> rates, float longest, NDManager manager) {
    List<NDArray> gradients = new ArrayList<>();
    double length = 0;
    for (Moving own : all) {
      NDArray gradient = own.weight().getGradient();
      gradient.attach(manager);
      gradients.add(gradient);
      length += gradient.square().sum().getFloat();
    }
    boolean finite = Double.isFinite(length);
    if (finite) {
      steps++;
      double shorten = Math.min(1, longest / (Math.sqrt(length) + EPSILON));
      for (int i = 0; i < all.size(); i++) {
        Moving own = all.get(i);
        move(own, gradients.get(i).mul(shorten), rates.applyAsDouble(own.name()), manager);
      }
    }
    gradients.forEach(AdamW::forget);
    return finite;
  }

  private void move(Moving own, NDArray gradient, double rate, NDManager manager) {
    own.mean().muli(BETA_1).addi(gradient.mul(1 - BETA_1));
    own.square().muli(BETA_2).addi(gradient.square().mul(1 - BETA_2));
    // A result belongs to the manager of what it is computed from, and these stay.
    NDArray direction = own.mean().div(1 - Math.pow(BETA_1, steps));
    direction.attach(manager);
    NDArray spread = own.square().div(1 - Math.pow(BETA_2, steps));
    spread.attach(manager);
    direction.divi(spread.sqrt().addi(EPSILON));
    NDArray weight = own.weight();
    weight.setRequiresGradient(false);
    weight.muli(1 - rate * DECAY).subi(direction.muli(rate));
    weight.setRequiresGradient(true);
  }

  /** PyTorch would add the next gradient to it. */
  private static void forget(NDArray gradient) {
    gradient.set(new NDIndex("..."), 0);
  }
}
