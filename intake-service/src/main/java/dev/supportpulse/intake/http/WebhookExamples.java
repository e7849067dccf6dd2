package dev.supportpulse.intake.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What hooks are sent and answer, for the published API description. */
final class WebhookExamples {

  static final String DELIVERY =
      """
      {
        "type": "feedback.submitted",
        "timestamp": "2026-11-22T09:30:00Z",
        "data": { "sentiment": "NEGATIVE", "text": "Renewal took three tries." }
      }""";

  static final String NOT_GENUINE =
      """
      {
        "type": "urn:supportpulse:problem:signature-invalid",
        "title": "Signature invalid",
        "status": 401,
        "code": "SIGNATURE_INVALID",
        "field": "X-Hub-Signature-256",
        "detail": "X-Hub-Signature-256 doesn't match the body: set the same secret on both sides"
      }""";

  static final String LOCKED =
      """
      {
        "type": "urn:supportpulse:problem:no-secret",
        "title": "No secret",
        "status": 403,
        "code": "NO_SECRET",
        "detail": "webhook 'github' takes nothing without a secret: set supportpulse.intake.webhooks.github.secret or .secret-file"
      }""";

  static final String UNKNOWN =
      """
      {
        "type": "urn:supportpulse:problem:not-found",
        "title": "Not found",
        "status": 404,
        "code": "NOT_FOUND",
        "detail": "no webhook is called 'gitlab': set supportpulse.intake.webhooks.<name>.project and .secret, where <name> is the last part of this address"
      }""";

  static final String ORIGIN_REFUSED =
      """
      {
        "type": "urn:supportpulse:problem:origin-not-allowed",
        "title": "Origin not allowed",
        "status": 403,
        "code": "ORIGIN_NOT_ALLOWED",
        "field": "WebHook-Request-Origin",
        "detail": "this origin may not send here: add it to supportpulse.intake.handshake.allowed-origins"
      }""";

  /** The problems of these operations, where they aren't those of most, by id and status. */
  private static final Map<String, String> PROBLEMS =
      Map.of(
          "postWebhook 401", NOT_GENUINE,
          "postWebhook 403", LOCKED,
          "postWebhook 404", UNKNOWN,
          "askWebhook 403", ORIGIN_REFUSED,
          "askWebhook 404", UNKNOWN);

  private WebhookExamples() {}

  /** The problem document that the operation shows for that status; null for the usual one. */
  static @Nullable String problem(@Nullable String operationId, int status) {
    return PROBLEMS.get(operationId + " " + status);
  }
}
