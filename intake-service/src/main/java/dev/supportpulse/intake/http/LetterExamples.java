package dev.supportpulse.intake.http;

/** Requests that work and their answers, for the published description of the dead letters. */
final class LetterExamples {

  static final String REDRIVE_ONE =
      """
      { "letters": ["support.metrics.dead-letters/0/17"], "dryRun": true }""";

  static final String REDRIVE_CODE =
      """
      {
        "topic": "support.rejected",
        "code": "TIME_TOO_OLD",
        "project": "demo",
        "limit": 1000,
        "dryRun": false,
        "note": "history of the old forum"
      }""";

  static final String COUNTS =
      """
      {
        "asOf": "2026-11-22T09:30:00Z",
        "topics": [
          {
            "topic": "support.metrics.dead-letters",
            "total": 3,
            "older": 0,
            "counts": [
              { "code": "OUT_OF_RANGE", "state": "WAITING", "letters": 2 },
              { "code": "OUT_OF_RANGE", "state": "REDRIVEN", "letters": 1 }
            ]
          }
        ]
      }""";

  private static final String LETTER =
      """
        "id": "support.metrics.dead-letters/0/17",
        "keptAt": "2026-11-22T09:20:00Z",
        "state": "WAITING",
        "code": "OUT_OF_RANGE",
        "reason": "the ledger is kept for events from 2025-10-18 to 2026-11-23",
        "attempts": 1,
        "project": "demo",
        "type": "dev.supportpulse.feedback.submitted",
        "key": "afbd33015219d82156e978800d1d6d2f",
        "origin": "support.events/3/1042",
        "bytes": 68""";

  static final String LIST =
      "{ \"letters\": [ {\n"
          + LETTER
          + "\n} ], \"looked\": 18, \"next\": \"support.metrics.dead-letters/0/17\" }";

  static final String DETAIL =
      "{\n"
          + LETTER
          + ",\n"
          + """
              "headers": [
                { "name": "ce_id", "value": "feedback-1" },
                { "name": "dead-letter-code", "value": "OUT_OF_RANGE" }
              ],
              "body": { "sentiment": "NEGATIVE", "text": "The import stalls at 40 %." }
            }""";

  static final String REDRIVEN =
      """
      {
        "dryRun": false,
        "done": 1,
        "left": 0,
        "letters": [
          {
            "id": "support.metrics.dead-letters/0/17",
            "state": "WAITING",
            "code": "OUT_OF_RANGE",
            "project": "demo",
            "action": "REDRIVE",
            "to": "support.events",
            "attempt": 2
          }
        ]
      }""";

  static final String PARKED =
      """
      {
        "dryRun": true,
        "done": 1,
        "left": 0,
        "letters": [
          {
            "id": "support.metrics.dead-letters/0/17",
            "state": "WAITING",
            "code": "OUT_OF_RANGE",
            "project": "demo",
            "action": "PARK"
          }
        ]
      }""";

  private LetterExamples() {}
}
