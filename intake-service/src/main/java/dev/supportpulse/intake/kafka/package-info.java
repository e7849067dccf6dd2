/** The log as Kafka topics. Knows the Kafka clients and how CloudEvents are bound to records. */
@NullMarked
package dev.supportpulse.intake.kafka;

import org.jspecify.annotations.NullMarked;
