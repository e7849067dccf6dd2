package dev.supportpulse.classifier.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.diagnosis.Frame.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackTracesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java-chain | JAVA | com.acme.shop.OrderException > java.util.concurrent.ExecutionException > java.net.ConnectException
          java-main | JAVA | java.lang.NullPointerException
          kotlin | JAVA | kotlin.UninitializedPropertyAccessException
          python-chain | PYTHON | shop.errors.CacheMiss > KeyError
          python-installed | PYTHON | shop.models.Order.DoesNotExist
          node | JAVASCRIPT | TypeError
          node-cause | JAVASCRIPT | Error > Error
          firefox | JAVASCRIPT | TypeError
          go-nil | GO | runtime error: invalid memory address or nil pointer dereference
          go-index | GO | runtime error: index out of range [<number>] with length <number>
          rust | RUST | called <text> on an <text> value
          rust-plain | RUST | index out of bounds
          csharp-inner | CSHARP | System.AggregateException > System.TimeoutException
          csharp-chinese | CSHARP | System.NullReferenceException
          """)
  void tellsLanguageAndChain(String name, TraceLanguage language, String chain) {
    StackTrace trace = Traces.parsed(name);

    assertThat(trace.language()).isEqualTo(language);
    assertThat(String.join(" > ", trace.chain().stream().map(Failure::type).toList()))
        .isEqualTo(chain);
  }

  @Test
  void javaFramesLoseWhatCompilersAndProxiesDraw() {
    List<Failure> chain = Traces.parsed("java-chain").chain();

    assertThat(chain.get(0).frames())
        .startsWith(
            new Frame("com.acme.shop.OrderService", "place", Origin.APPLICATION),
            new Frame("com.acme.shop.OrderService", "place", Origin.APPLICATION),
            new Frame("com.acme.shop.web.OrderController", "create", Origin.APPLICATION),
            new Frame("java.util.Optional", "map", Origin.PLATFORM));
    assertThat(chain.get(0).frames()).noneMatch(frame -> frame.place().contains("Accessor"));
    assertThat(chain.get(2).frames())
        .containsExactly(
            new Frame("sun.nio.ch.Net", "pollConnect", Origin.PLATFORM),
            new Frame("sun.nio.ch.NioSocketImpl", "connect", Origin.PLATFORM),
            new Frame("com.acme.shop.stock.StockClient", "call", Origin.APPLICATION));
  }

  @Test
  void pythonFramesAreInnermostFirst() {
    Failure root = Traces.parsed("python-chain").rootCause();
    Failure miss = Traces.parsed("python-chain").chain().get(0);

    assertThat(root.message()).isEqualTo("'order:4711'");
    assertThat(miss.frames())
        .extracting(Frame::function)
        .containsExactly("get", "refresh", "_bootstrap_inner");
    assertThat(miss.frames())
        .extracting(Frame::origin)
        .containsExactly(Origin.APPLICATION, Origin.APPLICATION, Origin.PLATFORM);
    assertThat(Traces.parsed("python-installed").rootCause().frames())
        .extracting(Frame::origin)
        .containsExactly(Origin.DEPENDENCY, Origin.APPLICATION, Origin.DEPENDENCY);
  }

  @Test
  void javaScriptFramesLoseWhatEnginesAdd() {
    assertThat(Traces.parsed("node").rootCause().frames())
        .extracting(Frame::function)
        .containsExactly(
            "Cart.total", "Checkout", "", "Layer.handle", "process.processTicksAndRejections");
    assertThat(Traces.parsed("firefox").rootCause().frames())
        .extracting(Frame::function)
        .startsWith("renew", "onTimer");
    assertThat(Traces.parsed("node-cause").rootCause().frames())
        .extracting(Frame::origin)
        .containsExactly(Origin.DEPENDENCY, Origin.PLATFORM);
  }

  @Test
  void goFramesLoseArgumentsAndClosures() {
    assertThat(Traces.parsed("go-nil").rootCause().frames())
        .startsWith(
            new Frame("", "panic", Origin.PLATFORM),
            new Frame("github.com/acme/shop/internal/cart", "(*Store).Get", Origin.APPLICATION),
            new Frame("github.com/acme/shop/internal/api", "(*Server).cart", Origin.APPLICATION),
            new Frame("net/http", "HandlerFunc.ServeHTTP", Origin.PLATFORM));
    assertThat(Traces.parsed("go-index").rootCause().frames())
        .extracting(Frame::function)
        .containsExactly("(*Store).Get", "Sum", "main");
  }

  @Test
  void rustFramesLoseHashes() {
    assertThat(Traces.parsed("rust").rootCause().frames())
        .filteredOn(frame -> frame.origin() == Origin.APPLICATION)
        .containsExactly(
            new Frame("shop::ledger::Ledger", "open", Origin.APPLICATION),
            new Frame("shop::serve", "{closure}", Origin.APPLICATION));
    assertThat(Traces.parsed("rust-plain").rootCause().frames())
        .containsExactly(new Frame("src/report.rs", "", Origin.APPLICATION));
  }

  @Test
  void csharpFramesAreWhereTheirSourceHasThem() {
    List<Failure> chain = Traces.parsed("csharp-inner").chain();

    assertThat(chain.get(1).frames())
        .containsExactly(new Frame("Acme.Shop.Http.Client", "GetAsync", Origin.APPLICATION));
    assertThat(chain.get(0).frames())
        .containsExactly(
            new Frame("System.Threading.Tasks.Task", "ThrowIfExceptional", Origin.PLATFORM),
            new Frame("Acme.Shop.Catalogue", ".ctor", Origin.APPLICATION),
            new Frame("Acme.Shop.Program", "Main", Origin.APPLICATION));
    assertThat(Traces.parsed("csharp-chinese").rootCause().frames())
        .extracting(Frame::place)
        .containsExactly("Acme.Shop.Basket", "Acme.Shop.Program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java-chain", "python-chain", "go-index", "rust", "csharp-inner", "node"})
  void readsThroughThePrefixesOfLogs(String name) {
    String logged =
        Traces.text(name)
            .lines()
            .map(line -> "shop_1  | " + line)
            .reduce("", (text, line) -> text + line + "\n");

    assertThat(StackTraces.find("It fails since Monday:\n```\n" + logged + "```"))
        .contains(Traces.parsed(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "We met\nat noon (or so)\nand talked",
        "How do I install it? I looked at the docs (https://example.org:8080/x).",
        "panic: keep calm",
        "Traceback (most recent call last):",
        "goroutine 1 [running]:",
        "error: at least one (1) argument"
      })
  void proseIsNoTrace(String text) {
    assertThat(StackTraces.find(text)).isEmpty();
  }

  @Test
  void readsHostileTextsInNoTime() {
    String spaces = "at " + " ".repeat(900) + "a.".repeat(50) + "(";
    String text = (spaces + "\n").repeat(2_000) + ("at a.b(".repeat(100) + "\n").repeat(2_000);
    long start = System.nanoTime();
    assertThat(StackTraces.find(text)).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }
}
