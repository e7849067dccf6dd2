package dev.supportpulse.intake;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.supportpulse.service.access.http.OwnAuthentication;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.HttpMethod;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may know whom. Each package lists what it may use; all else is forbidden. */
class ArchitectureTest {

  private static final String ROOT = "dev.supportpulse.intake.";
  private static final String CORE = ROOT + "submission..";

  private static final String REDRIVE = ROOT + "redrive..";

  private static final String AUDIT = ROOT + "audit..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.supportpulse.intake");

  @Test
  void the_core_knows_json_cloud_events_and_the_shared_language() {
    classes()
        .that(resideInAPackage(CORE))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.lang..",
                "java.net",
                "java.time..",
                "java.util..",
                "org.jspecify.annotations",
                "com.fasterxml.jackson.databind..",
                "io.cloudevents..",
                "dev.supportpulse.events",
                CORE))
        .check(CLASSES);
  }

  @Test
  void redriving_knows_the_same_and_what_intake_takes() {
    classes()
        .that(resideInAPackage(REDRIVE))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.lang..",
                "java.nio.charset",
                "java.time..",
                "java.util..",
                "org.jspecify.annotations",
                "com.fasterxml.jackson.databind..",
                "io.cloudevents..",
                "dev.supportpulse.events",
                CORE,
                AUDIT,
                REDRIVE))
        .check(CLASSES);
  }

  @Test
  void the_audit_knows_nobody() {
    classes()
        .that(resideInAPackage(AUDIT))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.lang..", "java.time", "java.util", "org.jspecify.annotations", AUDIT))
        .check(CLASSES);
  }

  @Test
  void the_json_adapter_knows_the_core_and_its_libraries() {
    classes()
        .that(resideInAPackage(ROOT + "json.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "javax.crypto..",
                "org.jspecify.annotations",
                "com.fasterxml.jackson..",
                "com.networknt.schema..",
                "com.ethlo.time",
                "org.erdtman.jcs",
                "io.cloudevents..",
                "dev.supportpulse.events",
                ROOT + "json..",
                CORE))
        .check(CLASSES);
  }

  @Test
  void webhooks_know_the_core_its_json_and_the_ciphers_of_the_jdk() {
    classes()
        .that(resideInAPackage(ROOT + "webhook.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.lang..",
                "java.nio.charset",
                "java.security..",
                "java.time..",
                "java.util..",
                "javax.crypto..",
                "org.jspecify.annotations",
                "com.fasterxml.jackson.databind..",
                "dev.supportpulse.events",
                ROOT + "json..",
                ROOT + "webhook..",
                CORE))
        .check(CLASSES);
  }

  @Test
  void privacy_knows_texts_json_trees_and_the_ciphers_of_the_jdk() {
    classes()
        .that(resideInAPackage(ROOT + "privacy.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.lang..",
                "java.nio..",
                "java.security",
                "java.time",
                "java.util..",
                "javax.crypto..",
                "org.jspecify.annotations",
                "com.fasterxml.jackson.databind..",
                ROOT + "privacy..",
                CORE))
        .check(CLASSES);
  }

  @Test
  void core_json_privacy_redrive_and_webhooks_have_no_clock_and_no_chance() {
    noClasses()
        .that(
            resideInAnyPackage(
                CORE, REDRIVE, AUDIT, ROOT + "json..", ROOT + "privacy..", ROOT + "webhook.."))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void only_the_kafka_adapter_knows_kafka() {
    noClasses()
        .that(not(resideInAPackage(ROOT + "kafka..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "io.cloudevents.kafka.."))
        .check(CLASSES);
  }

  @Test
  void only_the_http_adapter_knows_http() {
    noClasses()
        .that(not(resideInAPackage(ROOT + "http..")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "jakarta.ws.rs..",
                "io.vertx..",
                "dev.supportpulse.service.access..",
                "dev.supportpulse.service.problem.."))
        .check(CLASSES);
  }

  @Test
  void every_route_says_whom_it_is_for() {
    methods()
        .that()
        .areMetaAnnotatedWith(HttpMethod.class)
        .should()
        .beAnnotatedWith(Requires.class)
        .orShould()
        .beAnnotatedWith(OwnAuthentication.class)
        .check(CLASSES);
  }
}
