package dev.supportpulse.client.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The file of a history, unpacked if it is compressed. */
final class SourceFile implements Closeable {

  private static final int HEAD = 1 << 20;
  private static final int BUFFER = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CountingStream counting;
  private final InputStream content;

  private SourceFile(CountingStream counting, InputStream content) {
    this.counting = counting;
    this.content = content;
  }

  /** Opens a file; a byte order mark is passed over. */
  static SourceFile open(Path file) throws IOException {
    CountingStream counting = new CountingStream(Files.newInputStream(file));
    BufferedInputStream packed = new BufferedInputStream(counting, BUFFER);
    InputStream content =
        startsWith(packed, new byte[] {0x1F, (byte) 0x8B})
            ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER)
            : packed;
    if (startsWith(content, BYTE_ORDER_MARK)) {
      content.skipNBytes(BYTE_ORDER_MARK.length);
    }
    return new SourceFile(counting, content);
  }

  /** What tells a file from another one: its length, and a hash of its first mebibyte. */
  static String fingerprint(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.readNBytes(HEAD);
    }
    return Files.size(file) + "-" + HexFormat.of().formatHex(sha256.digest());
  }

  /** What is in it. */
  InputStream content() {
    return content;
  }

  /** How many bytes of the file, packed as it may be, were read. */
  long read() {
    return counting.count;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private static boolean startsWith(InputStream in, byte[] mark) throws IOException {
    in.mark(mark.length);
    byte[] start = in.readNBytes(mark.length);
    in.reset();
    return java.util.Arrays.equals(start, mark);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class CountingStream extends FilterInputStream {

    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int some = super.read(bytes, offset, length);
      count += Math.max(0, some);
      return some;
    }
  }
}
