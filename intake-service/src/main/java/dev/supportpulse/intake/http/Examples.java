package dev.supportpulse.intake.http;

/** Requests that work, for the published API description. */
final class Examples {

  static final String STRUCTURED =
      """
      {
        "specversion": "1.0",
        "id": "feedback-1",
        "source": "/forum",
        "type": "dev.supportpulse.feedback.submitted",
        "project": "demo",
        "time": "2026-11-22T09:30:00Z",
        "data": { "sentiment": "NEGATIVE", "text": "The import stalls at 40 %." }
      }""";

  static final String BATCH =
      """
      [
        {
          "specversion": "1.0",
          "id": "case-1",
          "source": "/tickets",
          "type": "dev.supportpulse.case.opened",
          "project": "demo",
          "time": "2026-11-22T09:30:00Z",
          "data": { "caseId": "tickets:1", "title": "升级后无法启动" }
        },
        {
          "specversion": "1.0",
          "id": "case-1-resolved",
          "source": "/tickets",
          "type": "dev.supportpulse.case.resolved",
          "project": "demo",
          "time": "2026-11-22T11:00:00Z",
          "data": { "caseId": "tickets:1" }
        }
      ]""";

  static final String PLAIN =
      """
      {
        "source": "/forum",
        "type": "dev.supportpulse.feedback.submitted",
        "project": "demo",
        "data": { "sentiment": "POSITIVE" }
      }""";

  static final String FEEDBACK =
      """
      { "type": "positive", "text": "The new release starts twice as fast." }""";

  private Examples() {}
}
