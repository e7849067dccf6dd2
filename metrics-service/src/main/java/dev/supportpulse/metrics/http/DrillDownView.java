package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.query.DrillDown.Event;
import dev.supportpulse.metrics.query.DrillDown.Item;
import dev.supportpulse.metrics.query.DrillDown.Page;
import dev.supportpulse.metrics.query.DrillDown.Place;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.window.Window;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the events and cases behind a figure. */
@Schema(name = "DrillDown")
record DrillDownView(
    String project,
    @Nullable String figure,
    Instant from,
    Instant to,
    @Schema(description = "Items on all pages") long count,
    @Schema(description = "Observations that they are: the figure's n") long n,
    List<ItemView> items,
    @Schema(description = "Value of 'after' for the next page; null on the last one")
        @Nullable String next)
    implements Revalidation.Revalidated {

  static DrillDownView of(String project, @Nullable FigureName figure, Window window, Page page) {
    List<Item> items = page.items();
    return new DrillDownView(
        project,
        figure == null ? null : figure.wireName(),
        window.from(),
        window.to(),
        page.count(),
        page.n(),
        items.stream().map(ItemView::of).toList(),
        page.more() ? PageCursor.write(items.get(items.size() - 1).place()) : null);
  }

  /** An event, or a case, which stands at the minute of its opening. */
  @Schema(name = "DrillDownItem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ItemView(
      @Schema(description = "EVENT or CASE") String kind,
      Instant at,
      @Nullable String identity,
      @Nullable String source,
      @Nullable String id,
      @Nullable String type,
      @Nullable Instant receivedAt,
      @Nullable String caseId,
      @Nullable String account,
      @Schema(description = "The dimensions that it counts under")
          Map<String, @Nullable String> dimensions,
      @Nullable ClassificationView classification,
      @Schema(description = "What it adds, by measure") Map<String, CountView> counts) {

    static ItemView of(Item item) {
      Place place = item.place();
      Event event = item.event();
      Map<String, CountView> counts = new LinkedHashMap<>();
      item.counts()
          .amounts()
          .forEach(
              (key, amount) ->
                  counts.put(
                      key.detail().isEmpty()
                          ? key.measure().name()
                          : key.measure() + " " + key.detail(),
                      new CountView(amount.n(), amount.sum().toPlainString())));
      return new ItemView(
          place.kind(),
          place.at(),
          event == null ? null : place.key(),
          event == null ? null : event.source(),
          event == null ? null : event.id(),
          event == null ? null : event.type(),
          event == null ? null : event.receivedAt(),
          item.caseId(),
          event == null ? null : event.account(),
          dimensions(item.dimensions()),
          event == null ? null : ClassificationView.of(event),
          counts);
    }

    private static Map<String, @Nullable String> dimensions(Dimensions dimensions) {
      Map<String, @Nullable String> values = new LinkedHashMap<>();
      values.put("category", name(dimensions.category()));
      values.put("channel", name(dimensions.channel()));
      values.put("tier", dimensions.tier());
      values.put("mode", name(dimensions.mode()));
      return values;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
      return value == null ? null : value.name();
    }
  }

  /** The classification in force. */
  @Schema(name = "DrillDownClassification")
  record ClassificationView(
      String category, @Schema(description = "MODEL or HUMAN") @Nullable String origin) {

    static @Nullable ClassificationView of(Event event) {
      String category = event.classifiedAs();
      return category == null ? null : new ClassificationView(category, event.classifiedBy());
    }
  }

  /** How much of one measure. */
  @Schema(name = "DrillDownCount")
  record CountView(long n, @Schema(description = "Exact decimal") String sum) {}
}
