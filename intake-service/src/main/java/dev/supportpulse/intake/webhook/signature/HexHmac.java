package dev.supportpulse.intake.webhook.signature;

import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Verifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A header {@code prefix=hex} with the HMAC of the body, or of {@code time.body}. */
public final class HexHmac implements Verifier {

  private static final byte[] DOT = {'.'};

  private final String header;
  private final String prefix;
  private final Macs macs;
  private final @Nullable ReplayWindow window;

  private HexHmac(String header, String prefix, Macs macs, @Nullable ReplayWindow window) {
    this.header = header;
    this.prefix = prefix;
    this.macs = macs;
    this.window = window;
  }

  /** Signs the body alone: a recorded delivery may come again, but then it is a duplicate. */
  public static HexHmac ofBody(
      String header, String prefix, String algorithm, List<String> secrets) {
    return new HexHmac(header, prefix, Macs.ofTexts(algorithm, secrets), null);
  }

  /** Signs the content of the time's header, a dot and the body. */
  public static HexHmac ofTimeAndBody(
      String header,
      String prefix,
      String algorithm,
      List<String> secrets,
      String timeHeader,
      Duration tolerance) {
    return new HexHmac(
        header, prefix, Macs.ofTexts(algorithm, secrets), new ReplayWindow(timeHeader, tolerance));
  }

  @Override
  public Optional<Refusal> refusal(Delivery delivery) {
    Optional<String> signature = delivery.header(header);
    if (signature.isEmpty()) {
      return Optional.of(new Refusal(header, "is missing: set the hook's secret upstream, too"));
    }
    if (!matches(signature.get(), delivery)) {
      return Optional.of(
          new Refusal(header, "doesn't match the body: set the same secret on both sides"));
    }
    return window == null ? Optional.empty() : window.refusal(delivery);
  }

  private boolean matches(String signature, Delivery delivery) {
    if (!signature.startsWith(prefix)) {
      return false;
    }
    byte[] code;
    try {
      code = HexFormat.of().parseHex(signature.substring(prefix.length()));
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (window == null) {
      return macs.match(code, delivery.body());
    }
    byte[] time = delivery.header(window.header()).orElse("").getBytes(StandardCharsets.UTF_8);
    return macs.match(code, time, DOT, delivery.body());
  }
}
