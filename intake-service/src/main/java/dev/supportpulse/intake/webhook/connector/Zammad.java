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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Zammad's webhooks with their default payload: tickets are cases.
 *
 * <p>The payload doesn't say what happened, only how the ticket is now and which article was added.
 * So each delivery tells everything that follows from that, and whatever is told again is a
 * duplicate.
 */
final class Zammad implements Connector {

  /** The default names of the states that end a ticket. */
  private static final Set<String> ENDED = Set.of("closed", "merged", "removed");

  @Override
  public Verifier verifier(List<String> secrets, Duration replayWindow) {
    return HexHmac.ofBody("X-Hub-Signature", "sha1=", "HmacSHA1", secrets);
  }

  @Override
  public List<Submission> translate(Delivery delivery, Payload payload, Origin origin) {
    Payload ticket = payload.at("ticket");
    if (!ticket.isPresent()) {
      return List.of();
    }
    return new Ticket(ticket, payload.at("article"), origin).facts().map(Fact::submission).toList();
  }

  /**
   * A ticket as a delivery shows it.
   *
   * @param article the one that was added; absent if only the ticket changed
   */
  private record Ticket(Payload ticket, Payload article, Origin origin) {

    Stream<Fact> facts() {
      return Stream.of(opened(), responded(), isEnded() ? resolved() : reopened())
          .flatMap(Optional::stream);
    }

    /** Told with its first article, so that it says the same whenever it is told. */
    private Optional<Fact> opened() {
      return isFirstArticle()
          ? Optional.of(
              fact(EventType.CASE_OPENED, "opened", ticket.requiredTime("created_at"))
                  .with("title", ticket.text("title"))
                  .with("text", article.text("body"))
                  .with("channel", channel().map(Channel::name))
                  .with("user", ticket.number("customer_id").map(this::user))
                  .with("account", ticket.at("organization").text("name"))
                  .labelled(ticket.at("group").text("name").stream().toList()))
          : Optional.empty();
    }

    /** An article of an agent that the customer sees. */
    private Optional<Fact> responded() {
      boolean answers =
          article.says("sender", "Agent") && !article.isTrue("internal") && !isFirstArticle();
      return answers
          ? Optional.of(
              fact(
                  EventType.CASE_RESPONDED,
                  "article/" + article.requiredNumber("id"),
                  article.requiredTime("created_at")))
          : Optional.empty();
    }

    private Optional<Fact> resolved() {
      Instant closedAt = lastClosed().orElseGet(() -> ticket.requiredTime("updated_at"));
      return Optional.of(fact(EventType.CASE_RESOLVED, "closed/" + closedAt, closedAt));
    }

    /** It was closed before and isn't now. */
    private Optional<Fact> reopened() {
      return lastClosed()
          .map(closed -> ticket.requiredTime("updated_at"))
          .map(at -> fact(EventType.CASE_REOPENED, "reopened/" + at, at));
    }

    private boolean isEnded() {
      return ticket.text("state").filter(ENDED::contains).isPresent();
    }

    /** Older versions keep the first time only. */
    private Optional<Instant> lastClosed() {
      return ticket.time("last_close_at").or(() -> ticket.time("close_at"));
    }

    private boolean isFirstArticle() {
      return article.isPresent()
          && ticket.numbers("article_ids").stream().min(Long::compare).equals(article.number("id"));
    }

    private Fact fact(EventType type, String what, Instant occurredAt) {
      return Fact.of(
              type, origin, "ticket/%d/%s".formatted(ticket.requiredNumber("id"), what), occurredAt)
          .with("caseId", origin.scoped(ticket.requiredText("number")));
    }

    private String user(long customer) {
      return origin.scoped("customer/" + customer);
    }

    private Optional<Channel> channel() {
      String type = ticket.text("create_article_type").orElse("").toLowerCase(Locale.ROOT);
      return switch (type.replaceFirst(" .*", "")) {
        case "email" -> Optional.of(Channel.EMAIL);
        case "phone" -> Optional.of(Channel.PHONE);
        case "chat", "sms", "telegram", "whatsapp" -> Optional.of(Channel.CHAT);
        case "twitter", "facebook" -> Optional.of(Channel.SOCIAL);
        default -> Optional.empty();
      };
    }
  }
}
