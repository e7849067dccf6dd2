package dev.supportpulse.intake.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.intake.http.body.Unpacking.Result;
import dev.supportpulse.intake.http.body.Unpacking.Result.Refused;
import dev.supportpulse.intake.http.body.Unpacking.Result.Unpacked;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnpackingTest {

  private static final int LIMIT = 1 << 20;
  private static final byte[] TEXT = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);

  private final Bounds bounds = new Bounds(LIMIT, Duration.ofSeconds(1), Duration.ofSeconds(1));
  private final Admission admission = new Admission(4 * LIMIT, 1);

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void what_was_packed_comes_out(Coding coding) {
    assertThat(unpack(coding, packed(coding, TEXT))).isEqualTo(new Unpacked(Buffer.buffer(TEXT)));
    assertThat(admission.inside()).isEqualTo(TEXT.length);
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void as_much_as_the_limit_comes_out_and_not_a_byte_more(Coding coding) {
    byte[] fits = new byte[LIMIT];
    new Random(1).nextBytes(fits);

    assertThat(unpack(coding, packed(coding, fits))).isEqualTo(new Unpacked(Buffer.buffer(fits)));
    assertThat(status(unpack(coding, packed(coding, Arrays.copyOf(fits, LIMIT + 1)))))
        .isEqualTo(413);
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void of_a_bomb_no_more_than_the_limit_is_kept(Coding coding) {
    byte[] bomb = Packed.zeros(coding.name().toLowerCase(Locale.ROOT), 1024);

    assertThat(status(unpack(coding, bomb))).isEqualTo(413);
    assertThat(admission.inside()).isLessThanOrEqualTo(LIMIT);
  }

  @Test
  void a_window_that_takes_much_memory_is_refused() {
    assertThat(status(unpack(Coding.ZSTD, Packed.zstdOfAHugeWindow(new byte[64 << 20]))))
        .isEqualTo(415);
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void what_is_not_packed_or_cut_is_refused(Coding coding) {
    byte[] packed = packed(coding, TEXT);

    assertThat(status(unpack(coding, TEXT))).isEqualTo(415);
    assertThat(status(unpack(coding, Arrays.copyOf(packed, packed.length - 3)))).isEqualTo(415);
  }

  @Test
  void what_unpacks_beside_a_full_house_is_told_to_come_again() {
    admission.visit("other").enter(4 * LIMIT);

    assertThat(status(unpack(Coding.GZIP, Packed.gzip(TEXT)))).isEqualTo(503);
  }

  private Result unpack(Coding coding, byte[] packed) {
    return Unpacking.unpack(coding, Buffer.buffer(packed), bounds, admission.visit("one"));
  }

  private static byte[] packed(Coding coding, byte[] body) {
    return coding == Coding.GZIP ? Packed.gzip(body) : Packed.zstd(body);
  }

  private static int status(Result result) {
    return ((Refused) result).problem().status();
  }
}
