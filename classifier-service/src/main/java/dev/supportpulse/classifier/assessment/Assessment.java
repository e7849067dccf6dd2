package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.mode.Advice;
import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.solution.Answer;

/**
 * What the classifier has to say to a text.
 *
 * @param model that read the need
 */
public record Assessment(Need need, Advice advice, Answer answer, NeedModel model) {}
