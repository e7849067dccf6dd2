package dev.supportpulse.classifier;

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

/** The core is pure, each library has one home, and packages don't go in circles. */
class ArchitectureTest {

  private static final String[] CORE = {
    "..classifier.need..",
    "..classifier.mode..",
    "..classifier.solution..",
    "..classifier.correction..",
    "..classifier.drift..",
    "..classifier.reprocess..",
    "..classifier.assessment..",
    "..classifier.observation..",
    "..classifier.statistics..",
    "..classifier.diagnosis..",
    "..classifier.tool..",
    "..classifier.topics.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.supportpulse.classifier");

  @Test
  void theCoreKnowsOnlyJavaAndTheVocabulary() {
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "..classifier.need..",
            "..classifier.mode..",
            "..classifier.solution..",
            "..classifier.correction..",
            "..classifier.drift..",
            "..classifier.reprocess..",
            "..classifier.assessment..",
            "..classifier.observation..",
            "..classifier.statistics..",
            "..classifier.diagnosis..",
            "..classifier.tool..",
            "..classifier.topics..",
            "java.lang..",
            "java.math..",
            "java.io..",
            "java.nio.charset..",
            "java.text..",
            "java.time..",
            "java.util..",
            "org.apache.commons.statistics..",
            "org.jspecify..",
            "dev.supportpulse.events..")
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
  void trainingLibraryStaysInLearning() {
    staysIn("..classifier.learning..", "de.bwaldvogel..");
  }

  @Test
  void networksStayInTheirPackage() {
    staysIn("..classifier.onnx..", "ai.onnxruntime..");
    staysIn("..classifier.onnx..", "ai.djl..");
  }

  @Test
  void luceneStaysInItsPackage() {
    staysIn("..classifier.lucene..", "org.apache.lucene..");
  }

  @Test
  void kafkaStaysInItsPackage() {
    staysIn("..classifier.kafka..", "org.apache.kafka..");
  }

  @Test
  void statusCodesStayInHttp() {
    staysIn("..classifier.http..", "jakarta.ws.rs..");
  }

  @Test
  void theDatabaseStaysInItsPackage() {
    staysIn("..classifier.postgres..", "java.sql..");
    staysIn("..classifier.postgres..", "javax.sql..");
    staysIn("..classifier.postgres..", "jakarta.persistence..");
    staysIn("..classifier.postgres..", "io.quarkus.hibernate..");
    staysIn("..classifier.postgres..", "org.flywaydb..");
  }

  @Test
  void packagesDoNotGoInCircles() {
    slices().matching("dev.supportpulse.classifier.(*)..").should().beFreeOfCycles().check(classes);
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

  private void staysIn(String home, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }
}
