package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a form, urlencoded or multipart, in memory: nothing that was sent touches a disk. */
final class FormReader {

  private static final int MAX_FIELDS = 64;
  private static final int MAX_NAME = 1024;

  private FormReader() {}

  /**
   * The fields that were filled in; an empty one is one that was left out. A file is the text that
   * it holds.
   *
   * @throws NotAForm if it is none, or if a field is given twice or is not UTF-8
   */
  static ObjectNode read(String contentType, byte[] body) throws NotAForm {
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
    request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    try {
      HttpPostRequestDecoder decoder =
          new HttpPostRequestDecoder(
              new DefaultHttpDataFactory(false),
              request,
              // One byte is one character, so that the bytes can be had back and checked.
              StandardCharsets.ISO_8859_1,
              MAX_FIELDS,
              MAX_NAME);
      try {
        ObjectNode fields = fields(decoder);
        requireWhole(decoder, contentType);
        return fields;
      } finally {
        decoder.destroy();
      }
    } catch (DecoderException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | IOException e) {
      // The last three, too: so the decoder ends at boundaries and charsets that it didn't expect.
      throw new NotAForm(
          new Fault(
              Reason.INVALID_FIELD,
              "",
              "is no form of at most %d fields as its Content-Type says: send it as `curl -F` does"
                  .formatted(MAX_FIELDS)));
    }
  }

  private static ObjectNode fields(HttpPostRequestDecoder decoder) throws IOException, NotAForm {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
      if (part instanceof HttpData field && field.get().length > 0) {
        String name = utf8("", field.getName().getBytes(StandardCharsets.ISO_8859_1));
        if (fields.has(name)) {
          throw new NotAForm(
              new Fault(Reason.DUPLICATE_KEY, "/" + name, "is given twice: give it once"));
        }
        fields.put(name, utf8("/" + name, field.get()));
      }
    }
    return fields;
  }

  /** The decoder takes what names no boundary for urlencoded, and leaves out what is cut. */
  private static void requireWhole(HttpPostRequestDecoder decoder, String contentType)
      throws IOException {
    boolean announced = contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
    if (announced && (!decoder.isMultipart() || decoder.currentPartialHttpData() != null)) {
      throw new IOException("no boundary, or no end");
    }
  }

  private static String utf8(String field, byte[] text) throws NotAForm {
    try {
      return HeaderText.utf8(text);
    } catch (NotText e) {
      throw new NotAForm(new Fault(Reason.INVALID_TEXT, field, e.getMessage()));
    }
  }
}
