package dev.supportpulse.intake.http.body;

import dev.supportpulse.service.problem.Problem;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacks a body piece by piece, so that a small body that unpacks to a huge one stays small. */
final class Unpacking {

  private static final int PIECE = 16 * 1024;

  private Unpacking() {}

  /** What came of it: a body or a problem. */
  sealed interface Result {
    /** The unpacked body. */
    record Unpacked(Buffer body) implements Result {}

    /** It broke a bound, or isn't packed as it says. */
    record Refused(Problem problem) implements Result {}
  }

  /** Unpacks; each piece enters by the visit before it is kept. */
  static Result unpack(Coding coding, Buffer packed, Bounds bounds, Admission.Visit visit) {
    Buffer body = Buffer.buffer();
    try (InputStream in = coding.unpacking(new ByteArrayInputStream(packed.getBytes()))) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (body.length() + read > bounds.bytes()) {
          return new Result.Refused(bounds.unpackedTooLarge());
        }
        if (!visit.enter(read)) {
          return new Result.Refused(Bounds.tooBusy());
        }
        body.appendBytes(piece, 0, read);
      }
      return new Result.Unpacked(body);
    } catch (IOException e) {
      return new Result.Refused(Bounds.corrupt(coding));
    }
  }
}
