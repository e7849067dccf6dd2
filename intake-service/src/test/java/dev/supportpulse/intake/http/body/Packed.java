package dev.supportpulse.intake.http.body;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Bodies as clients pack them. */
public final class Packed {

  private static final int PIECE = 1 << 20;

  private Packed() {}

  public static byte[] gzip(byte[] body) {
    return packed("gzip", out -> out.write(body));
  }

  public static byte[] zstd(byte[] body) {
    return packed("zstd", out -> out.write(body));
  }

  /** So many MiB of zeros, packed like that. */
  public static byte[] zeros(String coding, int mebibytes) {
    return packed(
        coding,
        out -> {
          for (int i = 0; i < mebibytes; i++) {
            out.write(new byte[PIECE]);
          }
        });
  }

  /** A body that may be unpacked only by whoever keeps 128 MiB of it. */
  static byte[] zstdOfAHugeWindow(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
      out.setLong(27);
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] packed(String coding, Writing writing) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        coding.equals("gzip") ? new GZIPOutputStream(packed) : new ZstdOutputStream(packed)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }
}
