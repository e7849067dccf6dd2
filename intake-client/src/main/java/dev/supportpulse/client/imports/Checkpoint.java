package dev.supportpulse.client.imports;

/**
 * How far an import came: every row up to one is settled.
 *
 * @param file tells the file from another one
 * @param settings tells how it was imported
 * @param row the number of the last row that is settled; 0 if none is
 * @param tally what became of the rows up to it
 * @param errorBytes how long the file of errors was then
 */
record Checkpoint(String file, String settings, long row, Tally tally, long errorBytes) {

  /** An import that begins. */
  static Checkpoint start(String file, String settings) {
    return new Checkpoint(file, settings, 0, Tally.NONE, 0);
  }

  /** The same import, further on. */
  Checkpoint at(long lastRow, Tally total, long bytes) {
    return new Checkpoint(file, settings, lastRow, total, bytes);
  }
}
