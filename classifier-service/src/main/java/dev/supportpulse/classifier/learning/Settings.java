package dev.supportpulse.classifier.learning;

/**
 * How heads are trained; chosen by cross-validation on the training data alone.
 *
 * @param cost liblinear's C: how much a misjudged text costs against large weights
 * @param classWeightPower a text of a category weighs (texts / categories / texts of the
 *     category)<sup>power</sup>: 0 treats all texts alike, 1 all categories
 * @param minTexts a term enters the vocabulary when it occurs in that many texts
 */
record Settings(double cost, double classWeightPower, int minTexts) {

  static final Settings SHIPPED = new Settings(32, 0.5, 2);
}
