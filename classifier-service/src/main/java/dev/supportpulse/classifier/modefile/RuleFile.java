package dev.supportpulse.classifier.modefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.supportpulse.classifier.mode.Condition;
import dev.supportpulse.classifier.mode.EffortScale;
import dev.supportpulse.classifier.mode.ModeRule;
import dev.supportpulse.classifier.mode.Rates;
import dev.supportpulse.classifier.mode.RuleSet;
import dev.supportpulse.classifier.mode.Team;
import dev.supportpulse.classifier.need.SecondaryNeed;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.SupportStyle;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rule sets. Whatever is wrong is told by the file, the rule, the pointer of the field, and
 * what would be right.
 */
public final class RuleFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final int MOST_STEPS = 10;
  private static final int MOST_NAMES = 100;
  private static final BigDecimal HOURS_OF_A_WEEK = BigDecimal.valueOf(168);
  private static final BigDecimal MOST_WEEKS = BigDecimal.valueOf(1000);

  private final Set<String> tools;
  private final int mostRules;

  /**
   * A reader.
   *
   * @param tools ids of the tools that rules may name
   * @param mostRules that a rule set may have
   */
  public RuleFile(Set<String> tools, int mostRules) {
    this.tools = Set.copyOf(tools);
    this.mostRules = mostRules;
  }

  /**
   * A rule set.
   *
   * @param file its name, for messages
   * @param name of the project, or {@link RuleSet#DEFAULT}, whose last rule must always apply
   * @throws RuleFault naming what is wrong
   */
  public RuleSet read(String file, String name, String yaml) {
    RuleSet set = ruleSet(new YamlObject(file, "", null, tree(file, yaml)), name);
    if (name.equals(RuleSet.DEFAULT) && !set.isTotal()) {
      int last = set.rules().size() - 1;
      throw new RuleFault(
          file,
          "/rules/" + last + "/when",
          set.rules().get(last).name(),
          "must be left out in the last rule of the default, so that every need has a rule");
    }
    return set;
  }

  private static JsonNode tree(String file, String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new RuleFault(file, "", null, "is no YAML: " + e.getOriginalMessage());
    }
  }

  private RuleSet ruleSet(YamlObject root, String name) {
    root.only("version", "traits", "team", "pastCases", "rates", "rules");
    return new RuleSet(
        name,
        root.text("version", 100),
        root.has("traits") ? names(root, "traits") : null,
        root.optional("team", RuleFile::team),
        root.optional("pastCases", RuleFile::scale),
        root.optional("rates", RuleFile::rates),
        rules(root));
  }

  private static Team team(YamlObject yaml) {
    yaml.only("people", "hoursPerWeek");
    BigDecimal hours = yaml.number("hoursPerWeek", HOURS_OF_A_WEEK);
    if (hours.signum() == 0) {
      throw yaml.fault("hoursPerWeek", "must be above 0: how long each of them works on cases");
    }
    return new Team(yaml.count("people"), hours);
  }

  private static EffortScale scale(YamlObject yaml) {
    yaml.only("enough", "mediumFrom", "highFrom");
    Duration medium = yaml.duration("mediumFrom");
    Duration high = yaml.duration("highFrom");
    if (medium.compareTo(high) >= 0) {
      throw yaml.fault("highFrom", "must be longer than mediumFrom");
    }
    return new EffortScale(yaml.count("enough"), medium, high);
  }

  private static Rates rates(YamlObject yaml) {
    yaml.only("currency", "hour", "effort", "modes");
    Map<Complexity, Duration> effort = new EnumMap<>(Complexity.class);
    YamlObject efforts = yaml.object("effort").only("LOW", "MEDIUM", "HIGH");
    for (Complexity complexity : Complexity.values()) {
      effort.put(complexity, efforts.duration(complexity.name()));
    }
    Map<SupportMode, Rates.Charge> modes = new EnumMap<>(SupportMode.class);
    YamlObject charges = yaml.object("modes").only("FREE", "PAID", "HYBRID");
    for (SupportMode mode : SupportMode.values()) {
      YamlObject charge = charges.object(mode.name()).only("teamShare", "perCase", "perHour");
      modes.put(
          mode,
          new Rates.Charge(
              charge.number("teamShare", BigDecimal.ONE),
              charge.amount("perCase"),
              charge.amount("perHour")));
    }
    return new Rates(currency(yaml), yaml.amount("hour"), effort, modes);
  }

  private static Currency currency(YamlObject yaml) {
    try {
      return Currency.getInstance(yaml.text("currency", 3));
    } catch (IllegalArgumentException e) {
      throw yaml.fault("currency", "must be ISO 4217, such as EUR");
    }
  }

  private List<ModeRule> rules(YamlObject root) {
    List<ModeRule> rules = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<YamlObject> items = root.items("rules", mostRules);
    for (YamlObject item : items) {
      ModeRule rule = rule(item);
      if (!names.add(rule.name())) {
        throw item.of(rule.name()).fault("name", "is that of an earlier rule: choose another");
      }
      rules.add(rule);
      if (rule.when().equals(Condition.ALWAYS) && rules.size() < items.size()) {
        throw item.of(rule.name())
            .fault(
                "when",
                "is required: the rule would always apply, and those after it never; or move it to"
                    + " the end");
      }
    }
    return rules;
  }

  private ModeRule rule(YamlObject yaml) {
    YamlObject rule = yaml.of(yaml.json().path("name").asText("?"));
    rule.only(
        "name",
        "when",
        "mode",
        "style",
        "firstResponse",
        "resolution",
        "escalation",
        "tools",
        "reason");
    String name = rule.text("name", 100);
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw rule.fault("name", "must be of lower-case letters, digits and hyphens");
    }
    Condition when = rule.optional("when", RuleFile::condition);
    return new ModeRule(
        name,
        when == null ? Condition.ALWAYS : when,
        rule.value("mode", SupportMode.class),
        rule.value("style", SupportStyle.class),
        rule.optionalDuration("firstResponse"),
        rule.optionalDuration("resolution"),
        rule.texts(
            "escalation",
            MOST_STEPS,
            "(?s)(?=.*\\S).{1,100}",
            "must be a list of 1 to " + MOST_STEPS + " texts of at most 100 characters"),
        rule.has("tools") ? tools(rule) : null,
        rule.text("reason", 500));
  }

  private List<String> tools(YamlObject rule) {
    String demand = "must be a list of some of " + tools.stream().sorted().toList();
    List<String> named = rule.texts("tools", MOST_NAMES, "[a-z0-9-]+", demand);
    for (int i = 0; i < named.size(); i++) {
      if (!tools.contains(named.get(i))) {
        throw rule.fault("tools/" + i, demand);
      }
    }
    return named;
  }

  private static Condition condition(YamlObject when) {
    when.only(
        "category",
        "secondary",
        "complexity",
        "tier",
        "notTier",
        "traits",
        "pastEffort",
        "backlogWeeks");
    if (when.json().isEmpty()) {
      throw when.fault("", "must have a condition; a rule that always applies leaves it out");
    }
    return new Condition(
        some(when, "category", NeedCategory.class),
        some(when, "secondary", SecondaryNeed.class),
        some(when, "complexity", Complexity.class),
        tiers(when, "tier"),
        tiers(when, "notTier"),
        when.has("traits") ? names(when, "traits") : Set.of(),
        when.optionalDuration("pastEffort"),
        weeks(when));
  }

  private static <E extends Enum<E>> Set<E> some(YamlObject when, String field, Class<E> type) {
    return when.has(field) ? when.values(field, type) : Set.of();
  }

  private static Set<String> tiers(YamlObject when, String field) {
    return when.has(field)
        ? Set.copyOf(
            when.texts(
                field,
                MOST_NAMES,
                "[A-Z][A-Z0-9_]{0,62}",
                "must be a list of customer tiers, such as [STANDARD, PREMIUM]"))
        : Set.of();
  }

  private static Set<String> names(YamlObject yaml, String field) {
    return Set.copyOf(
        yaml.texts(
            field,
            MOST_NAMES,
            "[a-z0-9][a-z0-9-]{0,62}",
            "must be a list of names of lower-case letters, digits and hyphens"));
  }

  private static @Nullable Double weeks(YamlObject when) {
    return when.has("backlogWeeks")
        ? Double.valueOf(when.number("backlogWeeks", MOST_WEEKS).doubleValue())
        : null;
  }
}
