package dev.supportpulse.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {

  private static final String ROOT = "dev.supportpulse.client";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void the_client_brings_few_libraries() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("java..")
                .or(resideInAPackage("org.jspecify.annotations"))
                .or(resideInAPackage("com.fasterxml.jackson.."))
                .or(resideInAPackage("io.cloudevents.."))
                .or(resideInAPackage("dev.supportpulse.events"))
                .or(resideInAPackage(ROOT))
                .or(resideInAPackage(ROOT + ".generated..")))
        .check(CLASSES);
  }

  @Test
  void rows_become_events_without_a_clock_or_a_network() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".imports")
        .and()
        .haveSimpleNameNotStartingWith("Import")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", ROOT + ".generated..")
        .check(CLASSES);
  }
}
