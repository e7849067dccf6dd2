package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.intake.json.NotJson;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.json.StrictJson.Item;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Turns each format of a request into submissions; what can't be read becomes one that says so. */
@ApplicationScoped
class Formats {

  private static final String CLOUD_EVENT_HEADER = "ce-";

  private final StrictJson json;

  Formats(StrictJson json) {
    this.json = json;
  }

  /** {@code application/cloudevents+json}. */
  Submission structured(byte[] body) {
    try {
      return submission(json.read(body), Submission::cloudEvent);
    } catch (NotJson e) {
      return Submission.unreadable(e.fault());
    }
  }

  /** A form, urlencoded or multipart: its fields as one object of texts. */
  Submission form(String contentType, byte[] body) {
    try {
      return structured(
          FormReader.read(contentType, body).toString().getBytes(StandardCharsets.UTF_8));
    } catch (NotAForm e) {
      return Submission.unreadable(e.fault());
    }
  }

  /**
   * {@code application/cloudevents-batch+json}.
   *
   * @throws NotJson if it is no JSON array
   */
  List<Submission> batch(byte[] body) throws NotJson {
    return submissions(body, (node, index) -> Submission.cloudEvent(node));
  }

  /** {@code application/json}: the same names in one object beside {@code data}. */
  Submission plain(byte[] body, IdempotencyKey key, Receipt receipt) {
    try {
      return submission(json.read(body), node -> key.submission(node, receipt));
    } catch (NotJson e) {
      return Submission.unreadable(e.fault());
    }
  }

  /**
   * {@code application/json}: an array of such objects.
   *
   * @throws NotJson if it is no JSON array
   */
  List<Submission> plainBatch(byte[] body, IdempotencyKey key, Receipt receipt) throws NotJson {
    return submissions(body, (node, index) -> key.submission(node, index, receipt));
  }

  /** Binary mode: attributes in {@code ce-} headers, percent-encoded; the body is the data. */
  Submission binary(MultivaluedMap<String, String> headers, String contentType, byte[] body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (String header : headers.keySet()) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith(CLOUD_EVENT_HEADER)) {
        String attribute = name.substring(CLOUD_EVENT_HEADER.length());
        try {
          event.put(attribute, HeaderText.decode(headers.getFirst(header)));
        } catch (NotText e) {
          return Submission.unreadable(
              event, new Fault(Reason.INVALID_TEXT, "/" + attribute, e.getMessage()));
        }
      }
    }
    event.put("datacontenttype", contentType);
    if (body.length == 0) {
      return Submission.cloudEvent(event);
    }
    try {
      Item data = json.read(body);
      event.set("data", data.node());
      Fault fault = data.fault();
      return fault == null
          ? Submission.cloudEvent(event)
          : Submission.unreadable(event, within("/data", fault));
    } catch (NotJson e) {
      return Submission.unreadable(event, within("/data", e.fault()));
    }
  }

  private static Fault within(String root, Fault fault) {
    return new Fault(fault.reason(), root + fault.field(), fault.message());
  }

  private List<Submission> submissions(
      byte[] body, BiFunction<JsonNode, Integer, Submission> reading) throws NotJson {
    List<Item> items = json.readArray(body);
    List<Submission> submissions = new ArrayList<>(items.size());
    for (Item item : items) {
      int index = submissions.size();
      submissions.add(submission(item, node -> reading.apply(node, index)));
    }
    return submissions;
  }

  private static Submission submission(Item item, Function<JsonNode, Submission> reading) {
    Fault fault = item.fault();
    return fault == null ? reading.apply(item.node()) : Submission.unreadable(item.node(), fault);
  }
}
