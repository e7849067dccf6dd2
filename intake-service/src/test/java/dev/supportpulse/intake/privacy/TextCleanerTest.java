package dev.supportpulse.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {

  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
  private static final int MEBIBYTE = 1 << 20;

  /** Far more than it takes, far less than anything that grows with the square would. */
  private static final Duration BOUNDED = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write to ana@example.org. | Write to [EMAIL].",
        "call +44 7700 900123 now | call [PHONE] now",
        "10.1.2.3:80 → 2001:db8::7 | [IP]:80 → [IP]",
        "password=hunter2; ok | password=[ACCESS_TOKEN]; ok",
        "a@b.org,c@d.org | [EMAIL],[EMAIL]",
        "postgres://app:s3cret@db.example.org/x | postgres://app:[ACCESS_TOKEN]@db.example.org/x",
        "电话13812345678，邮箱a@b.cn | 电话[PHONE]，邮箱[EMAIL]",
      })
  void personal_data_is_replaced_by_what_it_was(String text, String clean) {
    assertThat(TextCleaner.clean(text, ALL)).isEqualTo(clean);
  }

  @Test
  void a_text_without_personal_data_is_left_alone() {
    String text = "Version 2.14.3 fails at 12:30:45 with error 504, see #10423.";

    assertThat(TextCleaner.clean(text, ALL)).isSameAs(text);
  }

  @Test
  void a_clean_text_stays_as_it_is() {
    String clean = TextCleaner.clean("a@b.org 13812345678 password=hunter2 10.1.2.3", ALL);

    assertThat(TextCleaner.clean(clean, ALL)).isEqualTo(clean);
  }

  @Test
  void what_is_off_stays() {
    assertThat(TextCleaner.clean("a@b.org from 10.1.2.3", EnumSet.of(Kind.IP)))
        .isEqualTo("a@b.org from [IP]");
  }

  @Test
  void where_two_overlap_all_of_both_is_removed() {
    assertThat(TextCleaner.clean("password=ana@example.org", ALL))
        .isEqualTo("password=[ACCESS_TOKEN]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "1-",
        "１",
        "@",
        "a@",
        "a@a.",
        "a b@c.d ",
        "+1",
        "+12345678 ",
        "0086 1381 ",
        "(010) 1",
        "13812345678 ",
        "4111 1111 1111 1112 ",
        "phone 1234567 ",
        "1.",
        "1.1.1.1 ",
        ":",
        "1:",
        "::",
        "://a:@",
        "-",
        "-----",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nabcdefghijklmnopqrst\n",
        "password=",
        "token:",
        "apikey=",
        "bearer ",
        "密码是",
        "eyJ.",
        "eyJ1-",
        "sk-1",
        "secret=\""
      })
  void hostile_texts_take_bounded_time(String unit) {
    String text = unit.repeat(MEBIBYTE / unit.length());

    assertTimeoutPreemptively(BOUNDED, () -> TextCleaner.clean(text, ALL));
  }

  @Test
  void any_text_can_be_cleaned() {
    Random random = new Random(7);
    String signs = "0123456789abcxX@.:-+/=\"' \n()密码是_eyJBEGIN PRIVATE KEY-----://password";

    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      int end = 0;
      for (Finding finding : TextCleaner.find(text.toString())) {
        assertThat(finding.start()).isGreaterThanOrEqualTo(end);
        assertThat(finding.end()).isLessThanOrEqualTo(text.length());
        end = finding.end();
      }
    }
  }
}
