package dev.supportpulse.metrics.postgres.reference;

import dev.supportpulse.metrics.reference.Change;

/** Notes who changes what, in the transaction of the change. */
final class Audit {

  private Audit() {}

  /** Also makes two changes of one project wait for each other. */
  static void inOrder(String project, String action, Change change) {
    AuditRow.getEntityManager()
        .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
        .setParameter(1, project)
        .getSingleResult();
    AuditRow row = new AuditRow();
    row.at = change.at();
    row.actor = change.actor();
    row.project = project;
    row.action = action;
    row.body = change.body();
    row.persist();
  }
}
