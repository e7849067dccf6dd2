package dev.supportpulse.tuning;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.supportpulse.classifier.learning.NetworkTuner;
import dev.supportpulse.classifier.onnx.Network;
import dev.supportpulse.classifier.onnx.TunedWeights;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Tunes whole encoders by PyTorch: cross entropy over all classes, gradients no longer than 1. The
 * same lessons and course give the same weights on the same kind of processor.
 */
public final class PytorchTuner implements NetworkTuner {

  /** Texts of like length are read together, drawn from windows of so many batches. */
  private static final int WINDOW = 16;

  private static final float LONGEST_GRADIENT = 1;

  static {
    System.setProperty("ai.djl.offline", "true");
    // The library would count its users otherwise.
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  @Override
  public TunedWeights tune(Network network, List<Lesson> lessons, int classes, Course course)
      throws IOException {
    Engine engine = Engine.getEngine("PyTorch");
    engine.setRandomSeed(course.seed());
    PublicNetwork published;
    try (InputStream onnx = network.open()) {
      published = PublicNetwork.read(onnx);
    }
    try (NDManager manager = engine.newBaseManager()) {
      Encoder encoder =
          new Encoder(
              published, network.attentionHeads(), network.firstTokenCounts(), classes, manager);
      learn(engine, encoder, lessons, classes, course, manager);
      return Quantisation.of(network, published, encoder);
    }
  }

  private static void learn(
      Engine engine,
      Encoder encoder,
      List<Lesson> lessons,
      int classes,
      Course course,
      NDManager manager) {
    Random random = new Random(course.seed());
    int steps = course.epochs() * ((lessons.size() + course.batch() - 1) / course.batch());
    AdamW optimizer = new AdamW(encoder.learned(), manager);
    int step = 0;
    for (int epoch = 0; epoch < course.epochs(); epoch++) {
      double loss = 0;
      int skipped = 0;
      for (List<Lesson> batch : batches(lessons, course.batch(), random)) {
        try (NDManager own = manager.newSubManager()) {
          float lost = step(engine, encoder, batch, classes, course.dropout(), own);
          double share = rising(++step, steps);
          boolean moved =
              optimizer.step(
                  name -> share * (name.startsWith("head.") ? course.headRate() : course.rate()),
                  LONGEST_GRADIENT,
                  own);
          loss += moved ? batch.size() * lost : 0;
          skipped += moved ? 0 : 1;
        }
      }
      System.err.printf(
          Locale.ROOT,
          "  epoch %d of %d: loss %.3f, %d batches skipped%n",
          epoch + 1,
          course.epochs(),
          loss / lessons.size(),
          skipped);
    }
  }

  /** Rises over the first tenth of all steps, then falls to 0. */
  private static double rising(int step, int steps) {
    double warm = 0.1 * steps;
    return step < warm ? step / warm : (double) (steps - step) / steps;
  }

  private static float step(
      Engine engine,
      Encoder encoder,
      List<Lesson> batch,
      int classes,
      float dropout,
      NDManager manager) {
    float[] wanted = new float[batch.size() * classes];
    for (int i = 0; i < batch.size(); i++) {
      wanted[i * classes + batch.get(i).label()] = batch.get(i).weight() / batch.size();
    }
    try (GradientCollector gradients = engine.newGradientCollector()) {
      NDArray scores =
          encoder.scores(batch.stream().map(Lesson::tokens).toList(), dropout, manager);
      NDArray loss =
          scores
              .logSoftmax(1)
              .mul(manager.create(wanted, new Shape(batch.size(), classes)))
              .sum()
              .neg();
      gradients.backward(loss);
      return loss.getFloat();
    }
  }

  private static List<List<Lesson>> batches(List<Lesson> lessons, int size, Random random) {
    List<Lesson> shuffled = new ArrayList<>(lessons);
    Collections.shuffle(shuffled, random);
    List<List<Lesson>> batches = new ArrayList<>();
    for (List<Lesson> window : parts(shuffled, size * WINDOW)) {
      List<Lesson> sorted = new ArrayList<>(window);
      sorted.sort(Comparator.comparingInt(lesson -> lesson.length()));
      List<List<Lesson>> own = new ArrayList<>(parts(sorted, size));
      Collections.shuffle(own, random);
      batches.addAll(own);
    }
    return batches;
  }

  private static <T> List<List<T>> parts(List<T> all, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      parts.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return parts;
  }
}
