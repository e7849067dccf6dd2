package dev.supportpulse.classifier.kafka;

import dev.supportpulse.events.TraceParent;
import dev.supportpulse.service.trace.Step;
import dev.supportpulse.service.trace.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the classifier is in the traces of events: one step for each record that it reads. */
@ApplicationScoped
class Steps {

  private final Tracing tracing;

  Steps(Tracing tracing) {
    this.tracing = tracing;
  }

  /** Begins the step of a record. */
  Step begin(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(TraceParent.HEADER);
    return tracing.ofRecord(header == null ? null : header.value(), "classify", record.topic());
  }

  /** Ends it as the record's outcome says. */
  static void end(Step step, Outcome outcome) {
    if (outcome instanceof Outcome.Unreadable unreadable) {
      step.failed(unreadable.code());
    } else if (outcome instanceof Outcome.Unclassifiable) {
      step.failed(Outgoing.UNCLASSIFIABLE);
    } else {
      step.done(outcome.getClass().getSimpleName());
    }
  }
}
