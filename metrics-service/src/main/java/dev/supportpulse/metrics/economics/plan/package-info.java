/**
 * The economics model (source 000 §4): which share of each need is supported in which mode, with
 * which tools and how many people, so that profit and satisfaction are highest under budget,
 * response time and quality. Pure: numbers in, a plan out.
 */
@NullMarked
package dev.supportpulse.metrics.economics.plan;

import org.jspecify.annotations.NullMarked;
