package dev.supportpulse.classifier.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticianTest {

  /** What differs from one occurrence of a fault to the next, with what may stand there instead. */
  private static final List<Map.Entry<String, String>> INCIDENTAL =
      List.of(
          Map.entry("(?<=\\.(?:java|kt|go|rs|js|mjs):)\\d+", "%d"),
          Map.entry("(?<=\\.(?:js|mjs|rs):\\d{1,5}:)\\d+", "%d"),
          Map.entry("(?<=, line )\\d+", "%d"),
          Map.entry("(?<=:(?:line|行号) )\\d+", "%d"),
          Map.entry("(?<=0x)[0-9a-f]+(?=\\b)", "%x"),
          Map.entry("(?<=::h)[0-9a-f]{16}", "%016x"),
          Map.entry("(?<=CGLIB\\$\\$)[0-9a-f]+", "%x"),
          Map.entry("(?<=\\$\\$Lambda\\$)\\d+", "%d"),
          Map.entry("(?<=lambda\\$create\\$)\\d+", "%d"),
          Map.entry("(?<=GeneratedMethodAccessor)\\d+", "%d"),
          Map.entry("(?<=d__)\\d+", "%d"),
          Map.entry("(?<=goroutine )\\d+", "%d"),
          Map.entry("http-nio-8080-exec-\\d+|worker-\\d+", "pool-%d-thread-1"),
          Map.entry("tokio-runtime-worker", "worker-%d"),
          Map.entry("2026-11-20 08:15:42,117", "2027-01-02 03:04:05,%03d"),
          Map.entry("2026/11/20 08:15:42", "2027/01/02 03:04:%d"),
          Map.entry(
              "/home/ann/|/srv/app/venv/|/build/|C:\\\\Users\\\\ann\\\\|D:\\\\src\\\\",
              "/opt/u%d/"),
          Map.entry("(?<=main\\.)3f9a1c2b77(?=\\.js)|(?<=auth-)8d1f22aa", "%08x"),
          Map.entry("4711", "%d"));

  private final Diagnostician diagnostician = new Diagnostician(Map.of());

  @Provide
  Arbitrary<String> traces() {
    return Arbitraries.of(Traces.ALL);
  }

  @Property(tries = 300)
  void oneFaultHasOneFingerprintWhateverIsIncidental(
      @ForAll @From("traces") String name, @ForAll long seed) {
    assertThat(fingerprint("shop", disturbed(Traces.text(name), new Random(seed))))
        .isEqualTo(fingerprint("shop", Traces.text(name)));
  }

  @Test
  void theDisturbanceIsReal() {
    assertThat(Traces.ALL)
        .allSatisfy(
            name ->
                assertThat(disturbed(Traces.text(name), new Random(1)))
                    .isNotEqualTo(Traces.text(name)));
  }

  @Test
  void otherFaultsHaveOtherFingerprints() {
    Set<Fingerprint> fingerprints = new HashSet<>();
    for (String name : Traces.ALL) {
      fingerprints.add(fingerprint("shop", Traces.text(name)));
    }

    assertThat(fingerprints).hasSameSizeAs(Traces.ALL);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          java-main, NullPointerException, IllegalStateException
          java-main, Payment.charge, Payment.refund
          java-chain, java.net.ConnectException: Connection refused, java.net.UnknownHostException: stock
          python-chain, KeyError, TypeError
          python-chain, ', in get', ', in put'
          node, Cart.total, Cart.tax
          node, TypeError, RangeError
          go-nil, (*Store).Get, (*Store).Put
          go-nil, invalid memory address or nil pointer dereference, integer divide by zero
          rust, Ledger::open, Ledger::close
          rust-plain, index out of bounds, attempt to divide by zero
          csharp-inner, TimeoutException, IOException
          csharp-chinese, Basket`1.Add, Basket`1.Remove
          """)
  void whatMattersChangesTheFingerprint(String name, String was, String becomes) {
    String text = Traces.text(name);
    String other = text.replace(was, becomes);

    assertThat(other).isNotEqualTo(text);
    assertThat(fingerprint("shop", other)).isNotEqualTo(fingerprint("shop", text));
  }

  @Test
  void theProjectsOwnFramesNameTheFaultWhereverItIsInstalled() {
    String one = Traces.text("python-installed");
    String other =
        one.replace("/srv/app/venv/lib/python3.12/site-packages", "/home/bob/src/django")
            .replace("/srv/app/shop/views.py", "C:\\\\work\\\\blog\\\\pages.py")
            .replace(" in order", " in show");

    assertThat(fingerprint("django", other)).isEqualTo(fingerprint("django", one));
    assertThat(fingerprint("blog", other)).isNotEqualTo(fingerprint("blog", one));
  }

  @Test
  void theProjectsPackagesCanBeConfigured() {
    String one = Traces.text("java-chain");
    String other = one.replace("com.acme.shop.stock.StockClient", "com.acme.shop.stock.Other");
    Diagnostician ofSpring = new Diagnostician(Map.of("boot", Set.of("org.springframework.web")));

    assertThat(traced(ofSpring.ofText("boot", other)).fingerprint())
        .isEqualTo(traced(ofSpring.ofText("boot", one)).fingerprint());
    assertThat(fingerprint("boot", other)).isNotEqualTo(fingerprint("boot", one));
  }

  @Test
  void aRunawayRecursionIsOneFaultWhereverItWasCutOff() {
    String head = "java.lang.StackOverflowError\n";
    String a = "\tat com.acme.Tree.left(Tree.java:10)\n";
    String b = "\tat com.acme.Tree.right(Tree.java:20)\n";

    assertThat(fingerprint("tree", head + (a + b).repeat(500)))
        .isEqualTo(fingerprint("tree", head + (b + a).repeat(512)));
  }

  @Test
  void anErrorReportMayBringItsHeaderInTheMessage() {
    String trace = Traces.text("java-main");
    int line = trace.indexOf('\n');

    assertThat(
            ((Symptom.Traced)
                    diagnostician.ofError(
                        "shop", trace.substring(0, line), trace.substring(line + 1)))
                .fingerprint())
        .isEqualTo(fingerprint("shop", trace));
  }

  @Test
  void titlesTellWhatAndWhereWithoutValues() {
    assertThat(traced(diagnostician.ofText("shop", Traces.text("java-main"))).title())
        .isEqualTo(
            "java.lang.NullPointerException: Cannot invoke \"com.acme.pay.Card.number()\" because"
                + " \"card\" is null (in com.acme.pay.Payment charge)");
    assertThat(traced(diagnostician.ofText("shop", Traces.text("python-chain"))).title())
        .isEqualTo("KeyError: <text> (in shop/cache.py get)");
    assertThat(traced(diagnostician.ofText("shop", Traces.text("go-index"))).title())
        .isEqualTo(
            "runtime error: index out of range [<number>] with length <number>"
                + " (in github.com/acme/shop/internal/cart (*Store).Get)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          2026-11-20 08:15:42 ERROR [main] c.a.Disk - No space left on /dev/sda1 after 17 MB => No space left on <path> after <number> MB
          ERROR:shop.mail:could not reach 10.0.0.7:25 in 30s => could not reach <host> in <number>s
          Nov 20 08:15:42 web1 shop[412]: ERROR upload 5f1e2d3c-0000-4000-8000-123456789abc failed => upload <id> failed
          web_1  | 08:15:42.117 [worker-3] ERROR 连接数据库失败：超时 3000 毫秒 => 连接数据库失败：超时 <number> 毫秒
          """)
  void aLoggedErrorIsTold(String log, String words) {
    Symptom symptom =
        diagnostician.ofText("shop", "Hello, I see this:\n" + log + "\nregards").orElseThrow();

    assertThat(symptom)
        .isInstanceOfSatisfying(
            Symptom.Told.class,
            told ->
                assertThat(
                        String.join(" ", told.words())
                            .replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan}|：)", ""))
                    .isEqualTo(words.replace("：超", "： 超").replace("： ", "： ")));
  }

  @Test
  void whatIsNoFaultHasNoSymptom() {
    assertThat(diagnostician.ofText("shop", "How do I install it?")).isEmpty();
    assertThat(diagnostician.ofText("shop", "2026-11-20 08:15:42 INFO started")).isEmpty();
  }

  private Fingerprint fingerprint(String project, String text) {
    return traced(diagnostician.ofText(project, text)).fingerprint();
  }

  private static Symptom.Traced traced(Optional<Symptom> symptom) {
    return (Symptom.Traced) symptom.orElseThrow();
  }

  private static String disturbed(String text, Random random) {
    String disturbed = text;
    for (Map.Entry<String, String> incidental : INCIDENTAL) {
      disturbed =
          Pattern.compile(incidental.getKey())
              .matcher(disturbed)
              .replaceAll(
                  (MatchResult match) -> incidental.getValue().formatted(1 + random.nextInt(998)));
    }
    return disturbed;
  }
}
