package dev.supportpulse.intake.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodingTest {

  @ParameterizedTest
  @CsvSource({
    "gzip, GZIP",
    "GZip, GZIP",
    "x-gzip, GZIP",
    "zstd, ZSTD",
    "identity, IDENTITY",
    "'', IDENTITY",
    "' gzip , identity', GZIP",
  })
  void one_coding_is_known_by_its_name(String header, Coding coding) {
    assertThat(Coding.of(List.of(header))).contains(coding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, zstd", "gzip;q=1", "compress"})
  void unknown_ones_and_several_are_not_taken(String header) {
    assertThat(Coding.of(List.of(header))).isEmpty();
  }

  @Test
  void several_headers_are_several_codings() {
    assertThat(Coding.of(List.of("gzip", "zstd"))).isEmpty();
    assertThat(Coding.of(List.of())).contains(Coding.IDENTITY);
  }
}
