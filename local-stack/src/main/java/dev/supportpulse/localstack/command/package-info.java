/** What commands that call a running service have in common. Knows HTTP; knows no command. */
@NullMarked
package dev.supportpulse.localstack.command;

import org.jspecify.annotations.NullMarked;
