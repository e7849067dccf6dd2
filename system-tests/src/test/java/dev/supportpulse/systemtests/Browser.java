package dev.supportpulse.systemtests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window: chromium and chromedriver of this machine. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REQUIRED = "required";

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it. Skips the test where it isn't installed, but for {@code
   * -Dsupportpulse.browser=required}.
   */
  static Browser start() {
    Optional<File> chromium = onPath("chromium");
    Optional<File> chromedriver = onPath("chromedriver");
    boolean installed = chromium.isPresent() && chromedriver.isPresent();
    assumeTrue(
        installed || REQUIRED.equals(System.getProperty("supportpulse.browser")),
        "there are no chromium and chromedriver on the PATH");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow());
    // Its sandbox wants privileges that machines of tests don't have, and /dev/shm is small there.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en");
    return new Browser(
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build(),
            options));
  }

  private static Optional<File> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  void open(String address) {
    driver.get(address);
  }

  /** Waits until the element of that id has that text. */
  void awaitText(String id, String text) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> id + " should say " + text + ", the page says " + text("body"))
        .until(page -> text(id).equals(text));
  }

  /** Waits until the element of that id has all those texts in it. */
  void awaitTexts(String id, String... parts) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(
            () -> id + " should have " + List.of(parts) + " in it, the page says " + text("body"))
        .until(page -> Arrays.stream(parts).allMatch(text(id)::contains));
  }

  /** Chooses that option of the select of that id, as soon as it is offered. */
  void choose(String id, String value) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
        .until(
            page -> {
              new Select(page.findElement(By.id(id))).selectByValue(value);
              return true;
            });
  }

  /** The language that the page says it is in. */
  String language() {
    return Objects.requireNonNull(driver.findElement(By.tagName("html")).getDomAttribute("lang"));
  }

  private String text(String id) {
    return driver.findElements(id.equals("body") ? By.tagName(id) : By.id(id)).stream()
        .map(WebElement::getText)
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
