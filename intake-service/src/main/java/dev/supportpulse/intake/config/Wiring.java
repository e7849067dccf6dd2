package dev.supportpulse.intake.config;

import dev.supportpulse.intake.audit.AuditTrail;
import dev.supportpulse.intake.json.HmacFingerprint;
import dev.supportpulse.intake.json.JsonLimits;
import dev.supportpulse.intake.json.SchemaEventReader;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.privacy.EventCleaner;
import dev.supportpulse.intake.privacy.Kind;
import dev.supportpulse.intake.privacy.PrivacyRules;
import dev.supportpulse.intake.privacy.Pseudonyms;
import dev.supportpulse.intake.recall.RecentEvents;
import dev.supportpulse.intake.redrive.Census;
import dev.supportpulse.intake.redrive.LetterLog;
import dev.supportpulse.intake.redrive.MarkBook;
import dev.supportpulse.intake.redrive.Outbox;
import dev.supportpulse.intake.redrive.Redrives;
import dev.supportpulse.intake.submission.EventLog;
import dev.supportpulse.intake.submission.Intake;
import dev.supportpulse.intake.submission.Privacy;
import dev.supportpulse.intake.submission.TimeRules;
import dev.supportpulse.intake.submission.Triage;
import dev.supportpulse.intake.webhook.Hooks;
import dev.supportpulse.service.watch.FileWatch;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Puts the framework-free core together. */
class Wiring {

  /** At start, so that a missing key stops it. */
  @Produces
  @Singleton
  @Startup
  Intake intake(IntakeConfig config, Privacy privacy, EventLog log) {
    return new Intake(
        new Triage(
            new SchemaEventReader(),
            new HmacFingerprint(DigestKey.read(config)),
            privacy,
            new TimeRules(config.maxAhead(), config.retention())),
        new RecentEvents(config.rememberedEvents()),
        log);
  }

  @Produces
  @Singleton
  Redrives redrives(
      RedriveConfig config, LetterLog log, MarkBook marks, Outbox outbox, AuditTrail audit) {
    return new Redrives(
        log,
        marks,
        outbox,
        audit,
        new SchemaEventReader(),
        new Redrives.Limits(config.maxAttempts(), config.maxLooked()));
  }

  @Produces
  @Singleton
  Privacy privacy(PrivacyConfig config, Pseudonyms pseudonyms) {
    Map<String, Set<Kind>> off = new HashMap<>();
    config.projects().forEach((project, its) -> off.put(project, its.off().orElse(Set.of())));
    return new EventCleaner(new PrivacyRules(off), pseudonyms);
  }

  @Produces
  @Singleton
  Census census(RedriveConfig config, LetterLog log, MarkBook marks) {
    return new Census(log, marks, config.maxAttempts(), config.maxCounted());
  }

  @Produces
  @Singleton
  Pseudonyms pseudonyms(PrivacyConfig config) {
    return PseudonymKeys.read(config);
  }

  @Produces
  @Singleton
  StrictJson strictJson(IntakeConfig config) {
    return new StrictJson(
        new JsonLimits(
            Math.toIntExact(config.maxEventSize().asLongValue()),
            config.maxBatchEvents(),
            config.maxNesting()));
  }

  /**
   * At start, so that a wrong setting stops it. A delivery tells few and small events, but upstream
   * systems wrap them in much else: its limit is that of requests.
   */
  @Produces
  @Singleton
  @Startup
  Hooks hooks(WebhooksConfig webhooks, IntakeConfig config, FileWatch watch) {
    return WebhookHooks.of(
        webhooks,
        new StrictJson(
            new JsonLimits(
                Math.toIntExact(config.maxRequestSize().asLongValue()), 1, config.maxNesting())),
        watch);
  }
}
