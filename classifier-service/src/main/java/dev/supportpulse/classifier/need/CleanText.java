package dev.supportpulse.classifier.need;

/**
 * A text without its wrapping.
 *
 * @param text what is left for the tokenizer
 * @param codeBlocks how many fenced code blocks it had
 * @param stackFrames how many lines of stack traces it had
 */
public record CleanText(String text, int codeBlocks, int stackFrames) {}
