package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.classifier.config.ObservationConfig;
import dev.supportpulse.classifier.observation.Trend;
import dev.supportpulse.classifier.statistics.RateRatio;
import dev.supportpulse.classifier.topics.OutstandingTerms;
import dev.supportpulse.classifier.topics.QuestionGroups;
import dev.supportpulse.classifier.topics.TopicStore;
import dev.supportpulse.classifier.topics.TopicText;
import dev.supportpulse.classifier.topics.Usage;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What users ask about. */
@Path("/v1/topics")
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {

  private final TopicStore topics;
  private final ObservationConfig config;
  private final Clock clock;

  TopicsResource(TopicStore topics, ObservationConfig config, Clock clock) {
    this.topics = topics;
    this.config = config;
    this.clock = clock;
  }

  /** Terms that stand out, and questions that are asked again and again. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.QUERY)
  @Operation(
      operationId = "getTopics",
      summary = "Terms that stand out of a window, and questions asked again and again")
  public View topics(
      @RestQuery @Nullable String project,
      @RestQuery @Nullable String window,
      @RestQuery @Nullable Integer limit) {
    ObservedWindow asked =
        ObservedWindow.of(
            project, window, config.defaultWindow(), config.retention(), clock.instant());
    int size = ObservedWindow.limit(limit, config.maxPage());
    Trend trend =
        Trend.of(
            asked.from(),
            asked.to(),
            config.windowsBefore(),
            topics.earliest(asked.project()).orElse(asked.to()),
            config.confidence());
    Usage usage =
        topics.usage(
            asked.project(),
            trend.before(),
            asked.from(),
            asked.to(),
            config.leastTexts(),
            config.maxTerms());
    List<TopicText> texts =
        topics.texts(asked.project(), asked.from(), asked.to(), config.maxTexts());
    List<TopicStore.Asked> before =
        topics.asked(asked.project(), trend.before(), asked.from(), config.maxTexts());
    Trend askedAgain = trendOfRead(trend, texts.size(), before);
    return new View(
        asked.project(),
        asked.from(),
        asked.to(),
        usage.texts(),
        usage.textsBefore(),
        OutstandingTerms.of(usage).stream()
            .limit(size)
            .map(term -> TermView.of(term, trend))
            .toList(),
        QuestionGroups.of(
                texts, before.stream().map(TopicStore.Asked::sketch).toList(), config.leastTexts())
            .stream()
            .limit(size)
            .map(group -> QuestionView.of(group, askedAgain))
            .toList());
  }

  /**
   * What groups of questions are judged by: the span before as far back as its texts were read.
   * Nothing can be said where the window itself has more texts than are read.
   */
  private Trend trendOfRead(Trend trend, int texts, List<TopicStore.Asked> before) {
    if (texts == config.maxTexts()) {
      return new Trend(trend.from(), trend.to(), trend.from(), trend.confidence());
    }
    return before.size() == config.maxTexts()
        ? new Trend(
            trend.from(),
            trend.to(),
            before.get(before.size() - 1).occurredAt(),
            trend.confidence())
        : trend;
  }

  /** The answer. */
  @Schema(name = "Topics")
  record View(
      String project,
      Instant from,
      Instant to,
      @Schema(description = "Texts of the window") long texts,
      @Schema(description = "Texts of the span before that it is compared with") long textsBefore,
      @Schema(description = "Those that stand out most first") List<TermView> terms,
      @Schema(description = "Those that are asked most first") List<QuestionView> questions) {}

  /** A term. */
  @Schema(name = "Term")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TermView(
      String term,
      @Schema(description = "Texts of the window that have it") long texts,
      @Schema(description = "Texts of the span before that have it") long textsBefore,
      @Schema(description = "Standard deviations that its log-odds are above those of before")
          double z,
      @Schema(
              description =
                  "Whether it comes more often than before, beyond chance; null if there are texts of"
                      + " less than two windows")
          @Nullable Boolean rising,
      @Schema(description = "It comes at least so many times as often as before")
          @Nullable Double risingBy) {

    static TermView of(OutstandingTerms.Scored scored, Trend trend) {
      RateRatio ratio = trend.ratio(scored.count().texts(), scored.count().before()).orElse(null);
      return new TermView(
          scored.count().term(),
          scored.count().texts(),
          scored.count().before(),
          scored.z(),
          ratio == null ? null : ratio.isRising(),
          ratio == null ? null : ratio.lowerBound());
    }
  }

  /** Texts that ask nearly the same. */
  @Schema(name = "AskedAgain")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record QuestionView(
      @Schema(description = "How many") int texts,
      @Schema(description = "Texts of the span before that ask the same") int textsBefore,
      @Schema(description = "Terms that they share") List<String> terms,
      Instant firstSeen,
      Instant lastSeen,
      @Schema(description = "Event that asked it last") Target latest,
      @Schema(
              description =
                  "Whether it is asked more often than before, beyond chance; null if too few texts"
                      + " could be compared to say")
          @Nullable Boolean rising,
      @Schema(description = "It is asked at least so many times as often as before")
          @Nullable Double risingBy) {

    static QuestionView of(QuestionGroups.Group group, Trend trend) {
      RateRatio ratio = trend.ratio(group.texts(), group.before()).orElse(null);
      return new QuestionView(
          group.texts(),
          group.before(),
          group.terms(),
          group.firstSeen(),
          group.lastSeen(),
          new Target(group.latest().source(), group.latest().id()),
          ratio == null ? null : ratio.isRising(),
          ratio == null ? null : ratio.lowerBound());
    }
  }
}
