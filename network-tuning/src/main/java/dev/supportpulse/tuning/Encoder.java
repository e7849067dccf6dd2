package dev.supportpulse.tuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An encoder that can learn (Devlin et al., "BERT", 2019): embeddings of tokens, which stay as they
 * are, then layers of attention and feed-forward networks, normalised after each, then one linear
 * head a class over the pooled output.
 */
final class Encoder {

  static final String HEAD_WEIGHT = "head.weight";
  static final String HEAD_BIAS = "head.bias";

  private static final float EPSILON = 1e-12f;
  private static final float MASKED = -1e9f;
  private static final float HEAD_DEVIATION = 0.02f;

  private final PublicNetwork network;
  private final int attentionHeads;
  private final boolean firstTokenCounts;
  private final int width;
  private final int layers;

  /** By name, in one order. */
  private final Map<String, NDArray> learned = new LinkedHashMap<>();

  private final NDArray normWeight;
  private final NDArray normBias;

  /**
   * An encoder with the weights of a network, and heads that know nothing.
   *
   * @param attentionHeads of each layer
   * @param firstTokenCounts whether the output of the first token counts, or the mean of all
   * @param manager keeps the weights
   */
  Encoder(
      PublicNetwork network,
      int attentionHeads,
      boolean firstTokenCounts,
      int classes,
      NDManager manager) {
    this.network = network;
    this.attentionHeads = attentionHeads;
    this.firstTokenCounts = firstTokenCounts;
    this.layers = network.layers();
    this.normWeight = array(network.tensor("embeddings.LayerNorm.weight"), manager);
    this.normBias = array(network.tensor("embeddings.LayerNorm.bias"), manager);
    this.width = (int) normBias.size();
    for (int layer = 0; layer < layers; layer++) {
      for (String part :
          List.of(
              "attention.self.query",
              "attention.self.key",
              "attention.self.value",
              "attention.output.dense",
              "attention.output.LayerNorm",
              "intermediate.dense",
              "output.dense",
              "output.LayerNorm")) {
        learn(name(layer, part) + ".weight", manager);
        learn(name(layer, part) + ".bias", manager);
      }
    }
    learned.put(
        HEAD_WEIGHT,
        manager.randomNormal(0, HEAD_DEVIATION, new Shape(width, classes), DataType.FLOAT32));
    learned.put(HEAD_BIAS, manager.zeros(new Shape(classes)));
    learned.values().forEach(weight -> weight.setRequiresGradient(true));
  }

  private void learn(String name, NDManager manager) {
    learned.put(name, array(network.tensor(name), manager));
  }

  private static NDArray array(PublicNetwork.Tensor tensor, NDManager manager) {
    return manager.create(tensor.values(), new Shape(tensor.shape()));
  }

  /** What learns, by name. */
  Map<String, NDArray> learned() {
    return learned;
  }

  /** One of them. */
  NDArray learned(String name) {
    return Objects.requireNonNull(learned.get(name), name);
  }

  /**
   * The score of each class for each text.
   *
   * @param tokens of each text
   * @param dropout the share of values that is left out, 0 to 1
   * @param manager keeps what is computed
   */
  NDArray scores(List<long[]> tokens, float dropout, NDManager manager) {
    int longest = tokens.stream().mapToInt(text -> text.length).max().orElse(0);
    NDArray mask = manager.create(mask(tokens, longest), new Shape(tokens.size(), 1, 1, longest));
    NDArray states =
        norm(
            manager.create(embedded(tokens, longest), new Shape(tokens.size(), longest, width)),
            normWeight,
            normBias);
    for (int layer = 0; layer < layers; layer++) {
      states = layer(states, mask, layer, dropout);
    }
    NDArray pooled =
        firstTokenCounts
            ? states.get(":,0")
            : states
                .mul(manager.create(shares(tokens, longest), new Shape(tokens.size(), longest, 1)))
                .sum(new int[] {1});
    return dropped(pooled, dropout).matMul(learned(HEAD_WEIGHT)).add(learned(HEAD_BIAS));
  }

  private NDArray layer(NDArray states, NDArray mask, int layer, float dropout) {
    NDArray query = heads(product(states, layer, "attention.self.query"));
    NDArray key = heads(product(states, layer, "attention.self.key"));
    NDArray value = heads(product(states, layer, "attention.self.value"));
    double scale = Math.sqrt((double) width / attentionHeads);
    NDArray attention =
        query.matMul(key.transpose(0, 1, 3, 2)).div(scale).add(mask).softmax(-1).matMul(value);
    NDArray attended =
        product(
            attention.transpose(0, 2, 1, 3).reshape(states.getShape()),
            layer,
            "attention.output.dense");
    NDArray middle =
        norm(states.add(dropped(attended, dropout)), layer, "attention.output.LayerNorm");
    NDArray fed =
        product(
            Activation.gelu(product(middle, layer, "intermediate.dense")), layer, "output.dense");
    return norm(middle.add(dropped(fed, dropout)), layer, "output.LayerNorm");
  }

  private NDArray product(NDArray states, int layer, String part) {
    return states
        .matMul(learned(name(layer, part) + ".weight"))
        .add(learned(name(layer, part) + ".bias"));
  }

  private NDArray norm(NDArray states, int layer, String part) {
    return norm(
        states, learned(name(layer, part) + ".weight"), learned(name(layer, part) + ".bias"));
  }

  private NDArray norm(NDArray states, NDArray weight, NDArray bias) {
    return LayerNorm.layerNorm(states, new Shape(width), weight, bias, EPSILON).singletonOrThrow();
  }

  private NDArray heads(NDArray states) {
    Shape shape = states.getShape();
    return states
        .reshape(shape.get(0), shape.get(1), attentionHeads, width / attentionHeads)
        .transpose(0, 2, 1, 3);
  }

  private static NDArray dropped(NDArray values, float share) {
    return share == 0 ? values : Dropout.dropout(values, share, true).singletonOrThrow();
  }

  private static String name(int layer, String part) {
    return "encoder.layer." + layer + "." + part;
  }

  private float[] embedded(List<long[]> tokens, int longest) {
    float[] words = network.tensor("embeddings.word_embeddings.weight").values();
    float[] places = network.tensor("embeddings.position_embeddings.weight").values();
    float[] types = network.tensor("embeddings.token_type_embeddings.weight").values();
    float[] all = new float[tokens.size() * longest * width];
    for (int text = 0; text < tokens.size(); text++) {
      long[] ids = tokens.get(text);
      for (int place = 0; place < ids.length; place++) {
        int at = (text * longest + place) * width;
        int word = (int) ids[place] * width;
        for (int i = 0; i < width; i++) {
          all[at + i] = words[word + i] + places[place * width + i] + types[i];
        }
      }
    }
    return all;
  }

  private static float[] mask(List<long[]> tokens, int longest) {
    float[] mask = new float[tokens.size() * longest];
    for (int text = 0; text < tokens.size(); text++) {
      for (int place = tokens.get(text).length; place < longest; place++) {
        mask[text * longest + place] = MASKED;
      }
    }
    return mask;
  }

  private static float[] shares(List<long[]> tokens, int longest) {
    float[] shares = new float[tokens.size() * longest];
    for (int text = 0; text < tokens.size(); text++) {
      int length = tokens.get(text).length;
      for (int place = 0; place < length; place++) {
        shares[text * longest + place] = 1f / length;
      }
    }
    return shares;
  }
}
