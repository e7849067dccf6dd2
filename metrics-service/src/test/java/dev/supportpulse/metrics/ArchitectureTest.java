package dev.supportpulse.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.supportpulse.service.access.http.OwnAuthentication;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The core is pure, adapters are at the edge, and packages don't go in circles. */
class ArchitectureTest {

  private static final String[] CORE = {
    "..metrics.tally..",
    "..metrics.window..",
    "..metrics.figure..",
    "..metrics.satisfaction..",
    "..metrics.cost..",
    "..metrics.efficiency..",
    "..metrics.ledger..",
    "..metrics.query..",
    "..metrics.reference..",
    "..metrics.economics.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.supportpulse.metrics");

  @Test
  void theCoreKnowsOnlyTheLanguageItselfAndTheVocabulary() {
    String[] allowed = new String[CORE.length + 10];
    System.arraycopy(CORE, 0, allowed, 0, CORE.length);
    String[] more = {
      "java.lang..",
      "java.math..",
      "java.time..",
      "java.util",
      "java.util.function..",
      "java.util.stream..",
      "java.util.regex..",
      "java.nio.charset..",
      "org.jspecify..",
      "dev.supportpulse.events.."
    };
    System.arraycopy(more, 0, allowed, CORE.length, more.length);

    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(classes);
  }

  @Test
  void timeAndChanceAreHandedToTheCore() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .check(classes);
  }

  @Test
  void jdbcStaysInThePostgresPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..metrics.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(classes);
  }

  @Test
  void packagesDoNotGoInCircles() {
    slices().matching("dev.supportpulse.metrics.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void everyRouteSaysWhomItIsFor() {
    methods()
        .that()
        .areMetaAnnotatedWith(HttpMethod.class)
        .should()
        .beAnnotatedWith(Requires.class)
        .orShould()
        .beAnnotatedWith(OwnAuthentication.class)
        .check(classes);
  }
}
