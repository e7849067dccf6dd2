package dev.supportpulse.classifier.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Texts as a network wants them: cut into tokens, each a number, with its prefix before them. */
public final class NetworkTokens implements AutoCloseable {

  private final Network network;
  private final HuggingFaceTokenizer tokenizer;

  private NetworkTokens(Network network, HuggingFaceTokenizer tokenizer) {
    this.network = network;
    this.tokenizer = tokenizer;
  }

  /**
   * Loads the tokenizer of a network from the class path.
   *
   * @param most of a longer text the beginning counts
   * @throws IOException if it isn't there or can't be loaded on this machine
   */
  public static NetworkTokens load(Network network, int most) throws IOException {
    try (InputStream in = NetworkTokens.class.getResourceAsStream(network.tokenizer())) {
      if (in == null) {
        throw new IOException("the class path lacks " + network.tokenizer());
      }
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              in,
              Map.of(
                  "addSpecialTokens", "true",
                  "padding", "false",
                  "truncation", "true",
                  "maxLength", Integer.toString(most)));
      return new NetworkTokens(network, tokenizer);
    }
  }

  /** The tokens of a text; what is a token of every text, at its beginning and end, included. */
  public long[] of(String text) {
    return tokenizer.encode(network.prefix() + text).getIds();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
