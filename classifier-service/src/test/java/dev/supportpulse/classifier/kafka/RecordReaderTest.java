package dev.supportpulse.classifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.assessment.LiveTiers;
import dev.supportpulse.classifier.assessment.ReadingObserver;
import dev.supportpulse.classifier.diagnosis.Diagnostician;
import dev.supportpulse.classifier.mode.Histories;
import dev.supportpulse.classifier.mode.RuleBooks;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.mode.SupportTool;
import dev.supportpulse.classifier.modefile.Rules;
import dev.supportpulse.classifier.need.ShippedModel;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import dev.supportpulse.classifier.tool.ProvenTools;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.service.trace.Step;
import dev.supportpulse.service.trace.Tracing;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

  private static final KnowledgeBase UNKNOWING =
      (question, language) -> new Answer.Unknown(language, 0);
  private static final KnowledgeBase BROKEN =
      (question, language) -> {
        throw new IllegalStateException("the index is broken");
      };

  @Test
  void aTextThatMakesTheClassifierFailIsOtherForReviewAndADeadLetter() {
    ConsumerRecord<byte[], byte[]> record = record(question());

    Outcome outcome = reader(BROKEN).read(record, ClassifierTier.FAST);

    assertThat(outcome).isInstanceOf(Outcome.Unclassifiable.class);
    List<ProducerRecord<byte[], byte[]>> sent =
        Outgoing.of(outcome, record).stream().map(Outgoing::record).toList();
    assertThat(sent)
        .extracting(ProducerRecord::topic)
        .containsExactly(Topics.CLASSIFICATIONS, Topics.deadLetters("classifier"));
    NeedClassified published =
        (NeedClassified) ((Outcome.Unclassifiable) outcome).classification().data();
    assertThat(published.category()).isEqualTo(NeedCategory.OTHER);
    assertThat(published.decision()).isEqualTo(Decision.REVIEW);
    assertThat(sent.get(1).value()).isEqualTo(record.value());
    assertThat(header(sent.get(1), "dead-letter-code")).isEqualTo("UNCLASSIFIABLE");
  }

  @Test
  void theReasonOfADeadLetterSaysNothingOfTheText() {
    Outcome outcome = reader(BROKEN).read(record(question()), ClassifierTier.FAST);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Unclassifiable.class,
            failed -> assertThat(failed.reason()).isEqualTo("IllegalStateException"));
  }

  @Test
  void anEventWithoutDigestIsADeadLetterOnly() {
    SupportEvent event = question();
    SupportEvent without =
        new SupportEvent(
            event.project(),
            event.source(),
            event.id(),
            event.occurredAt(),
            null,
            null,
            null,
            event.data());
    assertThat(reader(UNKNOWING).read(record(without), ClassifierTier.FAST))
        .isEqualTo(new Outcome.Unreadable("MALFORMED", "/digest is required"));
  }

  @Test
  void whatSaysNothingToClassifyIsSkipped() {
    SupportEvent classification =
        ((Outcome.Classified) reader(UNKNOWING).read(record(question()), ClassifierTier.FAST))
            .classification();
    assertThat(reader(UNKNOWING).read(record(classification), ClassifierTier.FAST))
        .isEqualTo(new Outcome.Skipped());
  }

  @Test
  void aRedrivenRecordThatFailsAgainIsALetterOfOneMoreAttempt() {
    ConsumerRecord<byte[], byte[]> record = record(question());
    record.headers().add("dead-letter-attempts", "2".getBytes(StandardCharsets.UTF_8));
    record.headers().add("dead-letter-for", "classifier".getBytes(StandardCharsets.UTF_8));

    List<Outgoing> sent = Outgoing.of(reader(BROKEN).read(record, ClassifierTier.FAST), record);

    ProducerRecord<byte[], byte[]> letter = sent.get(1).record();
    assertThat(letter.headers().headers("dead-letter-attempts")).hasSize(1);
    assertThat(header(letter, "dead-letter-attempts")).isEqualTo("3");
  }

  @Test
  void aRecordThatWasRedrivenForAnotherServiceIsSkipped() {
    ConsumerRecord<byte[], byte[]> record = record(question());
    record.headers().add("dead-letter-for", "metrics".getBytes(StandardCharsets.UTF_8));

    assertThat(reader(UNKNOWING).read(record, ClassifierTier.FAST))
        .isEqualTo(new Outcome.Skipped());
  }

  @Test
  void aRedrivenTextThatCanBeReadNowPrecedesWhatWasSaidBefore() {
    SupportEvent failed =
        ((Outcome.Unclassifiable) reader(BROKEN).read(record(question()), ClassifierTier.FAST))
            .classification();
    SupportEvent read =
        ((Outcome.Classified) reader(UNKNOWING).read(record(question()), ClassifierTier.FAST))
            .classification();

    assertThat(((NeedClassified) read.data()).sequence())
        .isGreaterThan(((NeedClassified) failed.data()).sequence());
    assertThat(read.id()).isNotEqualTo(failed.id());
  }

  @Test
  void aClassificationGoesOnInTheTraceOfItsEvent() {
    byte[] traceparent =
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            .getBytes(StandardCharsets.US_ASCII);
    ConsumerRecord<byte[], byte[]> record = record(question());
    record.headers().add("traceparent", traceparent);
    Step step = new Steps(Tracing.off()).begin(record);

    Outcome outcome = reader(BROKEN).read(record, ClassifierTier.FAST);
    List<Outgoing> sent = Outgoing.of(outcome, record, step);

    assertThat(sent)
        .hasSize(2)
        .allSatisfy(
            one ->
                assertThat(one.record().headers().lastHeader("traceparent").value())
                    .isEqualTo(traceparent));
  }

  /** Else old texts would count as what comes in now: in drift, and in what a challenger says. */
  @Test
  void onlyWhatComesForTheFirstTimeIsObserved() {
    List<String> observed = new ArrayList<>();
    RecordReader reader =
        reader(UNKNOWING, (project, tier, reading) -> observed.add(project + " " + tier));

    assertThat(reader.readAgain(record(question()), ClassifierTier.FAST))
        .isInstanceOf(Outcome.Classified.class);
    assertThat(observed).isEmpty();
    reader.read(record(question()), ClassifierTier.FAST);
    assertThat(observed).containsExactly("demo FAST");
  }

  private static RecordReader reader(KnowledgeBase knowledge) {
    return reader(knowledge, ReadingObserver.NONE);
  }

  private static RecordReader reader(KnowledgeBase knowledge, ReadingObserver observer) {
    Assessor assessor =
        new Assessor(
            new LiveTiers(new Tiers(List.of(ShippedModel.classifier()))),
            new SupportAdvisor(
                List.of(SupportTool.values()),
                new RuleBooks(Rules.shipped()),
                new Histories(),
                new ProvenTools(List.of(), 0.5, 0.95)),
            knowledge,
            knowledge);
    return new RecordReader(
        new EventClassifier(assessor, new Diagnostician(Map.of())),
        observer,
        Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
  }

  private static SupportEvent question() {
    return Topic.event(
        "demo", "q1", new QuestionAsked("How do I do that?", null, null, null, null, null, null));
  }

  private static ConsumerRecord<byte[], byte[]> record(SupportEvent event) {
    byte[] key = event.key().hex().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> written =
        KafkaMessageFactory.createWriter(Topics.EVENTS, key).writeBinary(EventCodec.encode(event));
    return new ConsumerRecord<>(
        Topics.EVENTS,
        0,
        0,
        0,
        TimestampType.LOG_APPEND_TIME,
        key.length,
        written.value().length,
        written.key(),
        written.value(),
        written.headers(),
        Optional.empty());
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
