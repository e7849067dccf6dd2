/** The knowledge base as a BM25 index in memory. Knows Lucene; nothing else does. */
@NullMarked
package dev.supportpulse.classifier.lucene;

import org.jspecify.annotations.NullMarked;
