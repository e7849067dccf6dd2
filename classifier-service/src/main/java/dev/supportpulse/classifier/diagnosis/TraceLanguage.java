package dev.supportpulse.classifier.diagnosis;

/** The languages whose stack traces are understood. */
public enum TraceLanguage {
  JAVA(false),
  PYTHON(true),
  JAVASCRIPT(true),
  GO(false),
  RUST(true),
  CSHARP(false);

  private final boolean namesFiles;

  TraceLanguage(boolean namesFiles) {
    this.namesFiles = namesFiles;
  }

  /** Whether the places of frames may be files, whose paths differ between machines. */
  boolean namesFiles() {
    return namesFiles;
  }
}
