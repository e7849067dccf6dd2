package dev.supportpulse.metrics.tally;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is counted. Each measure is kept per detail as a pair (n, sum), from which every figure is
 * derived on read.
 *
 * <pre>
 * measure          detail                       n                    sum
 * SENTIMENT        USER/POSITIVE, MODEL/…       feedbacks            +1, 0 or −1 each
 * RATING           overall, technicalSupport …  answers              satisfied answers (4 or 5 of 5)
 *                  effort                       answers              scores (1 to 7)
 *                  recommend                    answers              promoters − detractors
 * COST             USD/FIXED                    cost entries         amount
 * COST_IN_TOTAL    USD                          entries so marked    amount
 * INCOME           USD                          income entries       amount
 * USAGE            the action                   usage records        quantity
 * CASES                                         cases opened         those now resolved
 * FIRST_RESPONSE   duration bin                 cases answered       seconds from opening to answer
 * RESOLUTION_TIME  duration bin                 cases resolved       seconds from opening to resolution
 * REOPENED                                      cases ever resolved  those ever reopened
 * BACKLOG                                       changes              +1 opened or reopened, −1 resolved,
 *                                                                    each in its own minute
 * RESPONSE_TARGET                               cases answered       those within the target
 *                                               or unanswered
 * RESOLUTION_TARGET                             cases resolved       those within the target
 *                                               or unresolved
 * EFFORT                                        resolutions          minutes of work
 * PENDING                                       texts not yet classified
 * PENDING_SENTIMENT                             feedbacks without any sentiment yet
 * PENDING_CASES                                 cases without an opening yet
 * </pre>
 */
public enum Measure {
  SENTIMENT,
  RATING,
  COST,
  COST_IN_TOTAL,
  INCOME,
  USAGE,
  CASES,
  FIRST_RESPONSE,
  RESOLUTION_TIME,
  REOPENED,
  BACKLOG,
  RESPONSE_TARGET,
  RESOLUTION_TARGET,
  EFFORT,
  PENDING,
  PENDING_SENTIMENT,
  PENDING_CASES;

  /** What still pends; read for the whole project, whatever is filtered. */
  public static final Set<Measure> UNSETTLED =
      Collections.unmodifiableSet(EnumSet.of(PENDING, PENDING_SENTIMENT, PENDING_CASES));

  /** This measure without a detail. */
  public MeasureKey plain() {
    return new MeasureKey(this, "");
  }

  /** This measure for one detail. */
  public MeasureKey of(String detail) {
    return new MeasureKey(this, detail);
  }
}
