package dev.supportpulse.intake.webhook.connector;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.EventType;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.webhook.Connector;
import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Fact;
import dev.supportpulse.intake.webhook.Origin;
import dev.supportpulse.intake.webhook.Payload;
import dev.supportpulse.intake.webhook.Verifier;
import dev.supportpulse.intake.webhook.signature.HexHmac;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chatwoot's account webhooks, which are signed since version 4.11.2: conversations are cases,
 * answered surveys are survey responses.
 */
final class Chatwoot implements Connector {

  @Override
  public Verifier verifier(List<String> secrets, Duration replayWindow) {
    return HexHmac.ofTimeAndBody(
        "X-Chatwoot-Signature",
        "sha256=",
        "HmacSHA256",
        secrets,
        "X-Chatwoot-Timestamp",
        replayWindow);
  }

  @Override
  public List<Submission> translate(Delivery delivery, Payload payload, Origin origin) {
    Stream<Fact> facts =
        switch (payload.text("event").orElse("")) {
          case "conversation_created" -> opened(payload, origin);
          case "conversation_status_changed" ->
              Stream.concat(resolved(payload, origin), reopened(payload, origin));
          case "conversation_updated" -> reopened(payload, origin);
          case "message_created" -> responded(payload, origin);
          case "message_updated" -> surveyed(payload, origin);
          default -> Stream.empty();
        };
    return facts.map(Fact::submission).toList();
  }

  private static Stream<Fact> opened(Payload conversation, Origin origin) {
    Payload details = conversation.at("additional_attributes");
    Optional<String> text =
        conversation.each("messages").stream()
            .filter(Chatwoot::isIncoming)
            .map(message -> message.text("content"))
            .flatMap(Optional::stream)
            .findFirst();
    return Stream.of(
        fact(EventType.CASE_OPENED, conversation, origin, "opened", "created_at")
            .with("title", details.text("mail_subject"))
            .with("text", text)
            .with("channel", channel(conversation).map(Channel::name))
            .with("user", contact(conversation, origin))
            .in(details.text("conversation_language").or(() -> details.text("browser_language")))
            .labelled(conversation.texts("labels")));
  }

  private static Stream<Fact> resolved(Payload conversation, Origin origin) {
    return conversation.says("status", "resolved")
        ? Stream.of(changed(EventType.CASE_RESOLVED, conversation, origin, "resolved"))
        : Stream.empty();
  }

  /** Open again after snoozing, or after a bot, is no reopening: only the status before tells. */
  private static Stream<Fact> reopened(Payload conversation, Origin origin) {
    boolean again =
        conversation.each("changed_attributes").stream()
            .map(change -> change.at("status"))
            .anyMatch(
                status ->
                    status.says("previous_value", "resolved")
                        && status.says("current_value", "open"));
    return again
        ? Stream.of(changed(EventType.CASE_REOPENED, conversation, origin, "reopened"))
        : Stream.empty();
  }

  /** A human's message that the contact sees; a bot's is no response of the team. */
  private static Stream<Fact> responded(Payload message, Origin origin) {
    boolean byAgent =
        message.says("message_type", "outgoing")
            && !message.isTrue("private")
            && message.at("sender").says("type", "user");
    return byAgent
        ? Stream.of(
            Fact.of(
                    EventType.CASE_RESPONDED,
                    origin,
                    "message/" + message.requiredNumber("id"),
                    message.requiredTime("created_at"))
                .with("caseId", caseId(message.at("conversation"), origin)))
        : Stream.empty();
  }

  /**
   * A survey that the contact answered, dated when it was sent: Chatwoot doesn't tell when it was
   * answered. A remark may follow the rating in a delivery of its own, so it is an event of its
   * own; each is the same in every delivery that tells it.
   */
  private static Stream<Fact> surveyed(Payload message, Origin origin) {
    Payload answer =
        message.at("content_attributes").at("submitted_values").at("csat_survey_response");
    Optional<Long> rating = answer.number("rating");
    if (!message.says("content_type", "input_csat") || rating.isEmpty()) {
      return Stream.empty();
    }
    Payload conversation = message.at("conversation");
    String id = "message/" + message.requiredNumber("id");
    Instant sentAt = message.requiredTime("created_at");
    Fact survey =
        Fact.of(EventType.SURVEY_ANSWERED, origin, id + "/rating", sentAt)
            .rated("overall", rating.get())
            .with("caseId", caseId(conversation, origin))
            .through(Channel.SURVEY)
            .with("user", contact(conversation, origin));
    Optional<Fact> remark =
        answer
            .text("feedback_message")
            .map(
                text ->
                    Fact.of(EventType.FEEDBACK_SUBMITTED, origin, id + "/remark", sentAt)
                        .with("text", text)
                        .rated("overall", rating.get())
                        .with("caseId", caseId(conversation, origin))
                        .through(Channel.SURVEY)
                        .with("user", contact(conversation, origin)));
    return Stream.concat(Stream.of(survey), remark.stream());
  }

  private static Fact changed(EventType type, Payload conversation, Origin origin, String what) {
    Instant occurredAt = conversation.requiredTime("updated_at");
    return fact(type, conversation, origin, what + "/" + occurredAt, "updated_at");
  }

  private static Fact fact(
      EventType type, Payload conversation, Origin origin, String what, String time) {
    return Fact.of(
            type,
            origin,
            "conversation/%d/%s".formatted(conversation.requiredNumber("id"), what),
            conversation.requiredTime(time))
        .with("caseId", caseId(conversation, origin));
  }

  /** The conversation's number is unique in its account, and a hook is one account's. */
  private static String caseId(Payload conversation, Origin origin) {
    return origin.scoped(Long.toString(conversation.requiredNumber("id")));
  }

  private static Optional<String> contact(Payload conversation, Origin origin) {
    return conversation
        .at("meta")
        .at("sender")
        .number("id")
        .map(id -> origin.scoped("contact/" + id));
  }

  /** Within a conversation the type is a number: 0 comes from the contact. */
  private static boolean isIncoming(Payload message) {
    return message.number("message_type").filter(type -> type == 0).isPresent()
        || message.says("message_type", "incoming");
  }

  private static Optional<Channel> channel(Payload conversation) {
    return conversation.text("channel").flatMap(Chatwoot::channel);
  }

  private static Optional<Channel> channel(String inbox) {
    return switch (inbox.replaceFirst("^Channel::", "")) {
      case "Email" -> Optional.of(Channel.EMAIL);
      case "Voice" -> Optional.of(Channel.PHONE);
      case "Api" -> Optional.of(Channel.API);
      case "FacebookPage", "Instagram", "TwitterProfile", "Tiktok" -> Optional.of(Channel.SOCIAL);
      case "WebWidget", "Whatsapp", "Telegram", "Line", "Sms", "TwilioSms" ->
          Optional.of(Channel.CHAT);
      default -> Optional.empty();
    };
  }
}
