package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.http.SeriesView.PointView;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A series as CSV (RFC 4180): the same points, one a line. */
@Provider
@Produces(SeriesCsv.MEDIA_TYPE)
public class SeriesCsv implements MessageBodyWriter<SeriesView> {

  static final String MEDIA_TYPE = "text/csv";

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == SeriesView.class;
  }

  @Override
  public void writeTo(
      SeriesView series,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(text(series).getBytes(StandardCharsets.UTF_8));
  }

  /** The dimensions of the groups are columns. */
  static String text(SeriesView series) {
    List<String> dimensions = series.groupBy().stream().map(Selection::wireName).toList();
    StringBuilder csv = new StringBuilder();
    List<Object> header = new ArrayList<>(List.of("from", "to"));
    header.addAll(dimensions);
    header.addAll(
        List.of(
            "value", "unit", "currency", "n", "numerator", "denominator", "reason", "complete"));
    if (series.compared()) {
      header.addAll(List.of("comparedFrom", "comparedTo", "comparedValue", "delta", "ratio"));
    }
    append(csv, header);
    for (PointView point : series.points()) {
      FigureView figure = point.figure();
      List<@Nullable Object> line = new ArrayList<>(List.of(point.from(), point.to()));
      dimensions.forEach(dimension -> line.add(point.key().get(dimension)));
      line.add(figure.value);
      line.add(figure.unit);
      line.add(figure.currency);
      line.add(figure.n);
      line.add(figure.numerator);
      line.add(figure.denominator);
      line.add(figure.reason);
      line.add(point.complete());
      ChangeView change = figure.compared;
      if (change != null) {
        line.add(change.from());
        line.add(change.to());
        line.add(change.value());
        line.add(change.delta());
        line.add(change.ratio());
      }
      append(csv, line);
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, List<? extends @Nullable Object> line) {
    csv.append(line.stream().map(SeriesCsv::field).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String field(@Nullable Object value) {
    String text = Objects.toString(value, "");
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
