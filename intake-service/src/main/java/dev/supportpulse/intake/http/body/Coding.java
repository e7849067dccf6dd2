package dev.supportpulse.intake.http.body;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** How a body may be packed (content codings, RFC 9110 §8.4.1). */
enum Coding {
  IDENTITY {
    @Override
    InputStream unpacking(InputStream packed) {
      return packed;
    }
  },
  GZIP {
    @Override
    InputStream unpacking(InputStream packed) throws IOException {
      return new GZIPInputStream(packed);
    }
  },
  ZSTD {
    @Override
    InputStream unpacking(InputStream packed) throws IOException {
      return new ZstdInputStreamNoFinalizer(packed).setLongMax(LOG_OF_WINDOW);
    }
  };

  /** The codings that are taken, as {@code Accept-Encoding} tells them. */
  static final String ACCEPTED = "gzip, zstd";

  /** Windows of up to 8 MiB, as RFC 9659 asks of whoever packs for HTTP. */
  private static final int LOG_OF_WINDOW = 23;

  /**
   * The coding of a body.
   *
   * @param contentEncoding the values of that header, each one a list of names
   * @return empty if it is an unknown one or more than one
   */
  static Optional<Coding> of(List<String> contentEncoding) {
    if (contentEncoding.isEmpty()) {
      return Optional.of(IDENTITY);
    }
    List<String> applied =
        contentEncoding.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty() && !name.equals("identity"))
            .toList();
    return switch (applied.size()) {
      case 0 -> Optional.of(IDENTITY);
      case 1 -> named(applied.get(0));
      default -> Optional.empty();
    };
  }

  private static Optional<Coding> named(String name) {
    return switch (name) {
      case "gzip", "x-gzip" -> Optional.of(GZIP);
      case "zstd" -> Optional.of(ZSTD);
      default -> Optional.empty();
    };
  }

  /**
   * What those bytes unpack to, in constant memory.
   *
   * @throws IOException if they aren't packed like this; also while reading
   */
  abstract InputStream unpacking(InputStream packed) throws IOException;
}
