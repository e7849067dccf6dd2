package dev.supportpulse.classifier.onnx;

import java.io.IOException;
import java.io.InputStream;

/**
 * The networks that are used, and how each wants its input.
 *
 * <p>{@link #E5} is e5-small-v2 (Wang et al., "Text Embeddings by Weakly-Supervised Contrastive
 * Pre-training", 2022; MIT), which wants a prefix and the mean of its outputs. {@link #BGE_ZH} is
 * bge-small-zh-v1.5 (Xiao et al., "C-Pack", 2023; MIT), of which the output of the first token
 * counts. {@link #MINILM} is all-MiniLM-L6-v2 (Reimers and Gurevych, "Sentence-BERT", 2019;
 * Apache-2.0), which wants the mean. All with weights of 8 bits.
 */
public enum Network {
  E5("e5-small-v2-q", "query: ", 384, 12, Pooling.MEAN),
  MINILM("all-minilm-l6-v2-q", "", 384, 12, Pooling.MEAN),
  BGE_ZH("bge-small-zh-v1.5-q", "", 512, 8, Pooling.FIRST);

  /** What becomes of the outputs, of which there is one a token. */
  private enum Pooling {
    MEAN,
    FIRST
  }

  private final String file;
  private final String prefix;
  private final int dimensions;
  private final int attentionHeads;
  private final Pooling pooling;

  Network(String file, String prefix, int dimensions, int attentionHeads, Pooling pooling) {
    this.file = file;
    this.prefix = prefix;
    this.dimensions = dimensions;
    this.attentionHeads = attentionHeads;
    this.pooling = pooling;
  }

  /**
   * The ONNX file.
   *
   * @throws IOException if the class path lacks it
   */
  public InputStream open() throws IOException {
    InputStream in = Network.class.getResourceAsStream(weights());
    if (in == null) {
      throw new IOException("the class path lacks " + weights());
    }
    return in;
  }

  /** How many heads of attention each layer has. */
  public int attentionHeads() {
    return attentionHeads;
  }

  /** Whether the output of the first token counts, or the mean of all. */
  public boolean firstTokenCounts() {
    return pooling == Pooling.FIRST;
  }

  String weights() {
    return "/" + file + ".onnx";
  }

  String tokenizer() {
    return "/" + file + "-tokenizer.json";
  }

  String space() {
    return space(OnnxEmbedder.MAX_TOKENS);
  }

  String space(int maxTokens) {
    return file + "/" + maxTokens;
  }

  String prefix() {
    return prefix;
  }

  int dimensions() {
    return dimensions;
  }
}
