package dev.supportpulse.classifier.onnx;

import dev.supportpulse.classifier.need.Embedder;
import dev.supportpulse.classifier.need.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every network, loaded: about a second and 250 MB outside of the heap. */
public final class Embedders implements AutoCloseable {

  private final Path libraries;
  private final List<OnnxEmbedder> loaded = new ArrayList<>();
  private final List<TunedEmbedder> tuned = new ArrayList<>();

  private Embedders(Path libraries) {
    this.libraries = libraries;
  }

  /**
   * Loads the networks that are used as they were published, and those that were tuned on needs.
   *
   * @throws IOException if this machine can't load them
   */
  public static Embedders load() throws IOException {
    Embedders embedders = published();
    for (Language language : Language.values()) {
      String file = "/model/" + TunedWeights.file(language);
      try (InputStream in = Embedders.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IOException("the class path lacks " + file);
        }
        embedders.tuned.add(TunedEmbedder.load(TunedWeights.read(in)));
      }
    }
    return embedders;
  }

  /**
   * Loads the networks that are used as they were published. Native libraries are unpacked into a
   * new folder of the system's temporary one, which must be writable even where nothing else is;
   * nothing is downloaded.
   *
   * @throws IOException if this machine can't load them
   */
  public static Embedders published() throws IOException {
    Path libraries = Files.createTempDirectory("support-pulse-tokenizers");
    System.setProperty("ENGINE_CACHE_DIR", libraries.toString());
    System.setProperty("DJL_CACHE_DIR", libraries.toString());
    // The library would count its users otherwise.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    Embedders embedders = new Embedders(libraries);
    for (Network network : Network.values()) {
      embedders.loaded.add(OnnxEmbedder.load(network));
    }
    return embedders;
  }

  /** Each network's embedder. */
  public List<Embedder> all() {
    List<Embedder> all = new ArrayList<>(loaded);
    all.addAll(tuned);
    return all;
  }

  /**
   * By language, the one that best tells which questions mean the same: of the English ones as
   * measured by the paraphrases of the tests (docs/adr/0042).
   */
  public Map<Language, Embedder> ofQuestions() {
    return Map.of(Language.ENGLISH, of(Network.MINILM), Language.CHINESE, of(Network.BGE_ZH));
  }

  private Embedder of(Network network) {
    return loaded.stream()
        .filter(embedder -> embedder.space().equals(network.space()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    loaded.forEach(OnnxEmbedder::close);
    tuned.forEach(TunedEmbedder::close);
    try (Stream<Path> files = Files.walk(libraries)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
