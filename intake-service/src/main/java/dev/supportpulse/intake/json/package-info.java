/**
 * JSON as intake takes it: read strictly, checked by the published schemas, made canonical for the
 * digest. Knows Jackson, the JSON Schema validator, RFC 8785 and the CloudEvents SDK.
 */
@NullMarked
package dev.supportpulse.intake.json;

import org.jspecify.annotations.NullMarked;
