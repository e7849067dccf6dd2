package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.mode.Advice;
import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.solution.Answer;

/** What the classifier has to say to a text. */
public record Assessment(Need need, Advice advice, Answer answer) {}
