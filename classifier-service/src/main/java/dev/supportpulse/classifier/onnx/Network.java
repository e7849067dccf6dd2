package dev.supportpulse.classifier.onnx;

/**
 * The networks that are used, and how each wants its input.
 *
 * <p>{@link #E5} is e5-small-v2 (Wang et al., "Text Embeddings by Weakly-Supervised Contrastive
 * Pre-training", 2022; MIT), which wants a prefix and the mean of its outputs. {@link #BGE_EN} and
 * {@link #BGE_ZH} are bge-small-en-v1.5 and bge-small-zh-v1.5 (Xiao et al., "C-Pack", 2023; MIT),
 * of which the output of the first token counts. {@link #MINILM} is all-MiniLM-L6-v2 (Reimers and
 * Gurevych, "Sentence-BERT", 2019; Apache-2.0), which wants the mean. All with weights of 8 bits.
 */
enum Network {
  E5("e5-small-v2-q", "query: ", 384, Pooling.MEAN),
  BGE_EN("bge-small-en-v1.5-q", "", 384, Pooling.FIRST),
  MINILM("all-minilm-l6-v2-q", "", 384, Pooling.MEAN),
  BGE_ZH("bge-small-zh-v1.5-q", "", 512, Pooling.FIRST);

  /** What becomes of the outputs, of which there is one a token. */
  enum Pooling {
    MEAN,
    FIRST
  }

  private final String file;
  private final String prefix;
  private final int dimensions;
  private final Pooling pooling;

  Network(String file, String prefix, int dimensions, Pooling pooling) {
    this.file = file;
    this.prefix = prefix;
    this.dimensions = dimensions;
    this.pooling = pooling;
  }

  String weights() {
    return "/" + file + ".onnx";
  }

  String tokenizer() {
    return "/" + file + "-tokenizer.json";
  }

  String space() {
    return file + "/" + OnnxEmbedder.MAX_TOKENS;
  }

  String prefix() {
    return prefix;
  }

  int dimensions() {
    return dimensions;
  }

  Pooling pooling() {
    return pooling;
  }
}
