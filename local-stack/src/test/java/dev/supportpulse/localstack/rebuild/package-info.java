@NullMarked
package dev.supportpulse.localstack.rebuild;

import org.jspecify.annotations.NullMarked;
