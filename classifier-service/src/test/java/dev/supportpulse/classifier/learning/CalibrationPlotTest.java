package dev.supportpulse.classifier.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.events.NeedCategory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CalibrationPlotTest {

  /** Of two predictions of confidence 0.75 one is right: a dot at (0.75, 0.5) of 240 units. */
  @Test
  void drawsADotWhereConfidenceAndShareMeet() throws Exception {
    Evaluation half =
        new Evaluation(List.of(predicted(NeedCategory.SECURITY), predicted(NeedCategory.TRAINING)));

    Document svg = parse(CalibrationPlot.svg(List.of(new CalibrationPlot.Panel("fast", half))));

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
    Element dot = (Element) svg.getElementsByTagName("circle").item(0);
    assertThat(dot.getAttribute("cx")).isEqualTo("180.0");
    assertThat(dot.getAttribute("cy")).isEqualTo("120.0");
    assertThat(svg.getDocumentElement().getTextContent()).contains("fast, 2 texts, ECE 0.250");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  /** Says SECURITY with 0.75, whatever the label. */
  private static Judged.Prediction predicted(NeedCategory label) {
    double[] probabilities = new double[Heads.COUNT];
    probabilities[Heads.of(NeedCategory.SECURITY)] = 0.75;
    probabilities[Heads.of(NeedCategory.OTHER)] = 0.25;
    return new Judged.Prediction(
        LabelledText.of("x", "en", label, "test", "text"), probabilities, Thresholds.review());
  }
}
