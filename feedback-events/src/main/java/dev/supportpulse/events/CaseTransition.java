package dev.supportpulse.events;

/** An event that opens a case or moves it on. */
public sealed interface CaseTransition extends UpstreamData
    permits CaseOpened, CaseResponded, CaseReopened, CaseResolved {

  @Override
  String caseId();
}
