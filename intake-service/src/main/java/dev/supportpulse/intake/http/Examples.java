package dev.supportpulse.intake.http;

/** Requests that work, and their answers, for the published API description. */
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
      }\
      """;

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
      ]\
      """;

  static final String PLAIN =
      """
      {
        "source": "/forum",
        "type": "dev.supportpulse.feedback.submitted",
        "project": "demo",
        "data": { "sentiment": "POSITIVE" }
      }\
      """;

  static final String FEEDBACK =
      """
      { "type": "positive", "text": "The new release starts twice as fast." }\
      """;

  static final String PERSON =
      """
      { "project": "demo", "user": "u-17" }""";

  static final String PSEUDONYMS =
      """
      { "pseudonyms": ["u_k2_QmFzZTY0VXJsU2FmZTEyMw", "u_k1_b3RoZXJPbmVPdGhlcjEyMw"] }""";

  static final String KEPT =
      """
      {
        "project": "demo",
        "source": "/forum",
        "id": "feedback-1",
        "identity": "afbd33015219d82156e978800d1d6d2f",
        "status": "ACCEPTED"
      }\
      """;

  static final String BATCH_KEPT =
      """
      {
        "results": [
          {
            "index": 0,
            "id": "case-1",
            "identity": "48c0c8f1c4a6e7be9ec3e8ae20b0bd56",
            "status": "ACCEPTED",
            "retryable": false
          }
        ]
      }\
      """;

  static final String BATCH_PARTLY_KEPT =
      """
      {
        "results": [
          {
            "index": 0,
            "id": "case-1",
            "identity": "48c0c8f1c4a6e7be9ec3e8ae20b0bd56",
            "status": "ACCEPTED",
            "retryable": false
          },
          {
            "index": 1,
            "id": "case-2",
            "identity": "c2e76f0ecd3e5bb3a5cbc1ab6b8a5e0b",
            "status": "REJECTED",
            "code": "INVALID_FIELD",
            "field": "/data/caseId",
            "message": "is required: The support case; unique within the project.",
            "retryable": false
          }
        ]
      }\
      """;

  static final String BATCH_REFUSED =
      """
      {
        "results": [
          {
            "index": 0,
            "id": "case-1",
            "status": "REJECTED",
            "code": "INVALID_FIELD",
            "field": "/project",
            "message": "is required: The open-source project that is supported.",
            "retryable": false
          }
        ]
      }\
      """;

  static final String CONFLICT =
      """
      {
        "type": "urn:supportpulse:problem:conflict",
        "title": "Conflict",
        "status": 409,
        "code": "CONFLICT",
        "field": "/id",
        "detail": "/id was used for another event of this project and source: send a new event with a new id; the first one counts, this one is kept"
      }\
      """;

  static final String FEEDBACK_CONFLICT =
      """
      {
        "type": "urn:supportpulse:problem:conflict",
        "title": "Conflict",
        "status": 409,
        "code": "CONFLICT",
        "field": "Idempotency-Key",
        "detail": "Idempotency-Key was used for another feedback: send a new one with a new key"
      }\
      """;

  static final String FEEDBACK_KEPT =
      """
      {
        "project": "default",
        "source": "/feedback",
        "id": "0f1f6f5e-6f2b-4a55-9d5c-0f6a3c3b1f7e",
        "identity": "5f0c1c3be5e2d8b1a4c96d7e8f901234",
        "status": "ACCEPTED",
        "links": {
          "feedback": "http://127.0.0.1:8083/feedback",
          "summary": "http://127.0.0.1:8083/v1/projects/default/summary?window=PT24H"
        }
      }\
      """;

  static final String ACCOUNTING =
      """
      {
        "from": "2026-11-22T09:00:00Z",
        "to": "2026-11-22T10:00:00Z",
        "rows": [
          {
            "project": "demo",
            "hour": "2026-11-22T09:00:00Z",
            "received": 1000,
            "accepted": 990,
            "duplicate": 7,
            "rejected": 2,
            "quarantined": 1
          }
        ]
      }\
      """;

  private Examples() {}
}
