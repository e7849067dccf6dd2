package dev.supportpulse.classifier.mode;

import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import java.util.function.Predicate;

/**
 * One rule of the choice of a support mode.
 *
 * @param name names the rule in answers and logs
 * @param applies when it applies
 * @param mode what it recommends
 * @param reason why, in words for people
 */
public record ModeRule(String name, Predicate<Situation> applies, SupportMode mode, String reason) {

  /** The rules in their order: the first that applies decides, and the last always applies. */
  static final List<ModeRule> ALL =
      List.of(
          new ModeRule(
              "premium-customer",
              s -> s.tier().equals(Situation.PREMIUM),
              SupportMode.PAID,
              "premium customers are served by the paid team, whatever the need"),
          new ModeRule(
              "security-of-a-customer",
              s -> s.category() == NeedCategory.SECURITY && s.pays(),
              SupportMode.PAID,
              "a security matter of a paying customer can't wait for the community"),
          new ModeRule(
              "security-of-the-community",
              s -> s.category() == NeedCategory.SECURITY,
              SupportMode.HYBRID,
              "a vulnerability is fixed for everyone; hardening one's own system is paid work"),
          new ModeRule(
              "training",
              s -> s.category() == NeedCategory.TRAINING,
              SupportMode.PAID,
              "training takes people's time: courses are paid, the tutorials are free anyway"),
          new ModeRule(
              "feature-request",
              s -> s.category() == NeedCategory.FEATURE_REQUEST && !s.pays(),
              SupportMode.FREE,
              "wishes are discussed in the community"),
          new ModeRule(
              "complex-need-of-a-customer",
              s -> s.complexity() == Complexity.HIGH && s.pays(),
              SupportMode.PAID,
              "a complex need asks for an expert, and the customer has a contract"),
          new ModeRule(
              "complex-need",
              s -> s.complexity() == Complexity.HIGH,
              SupportMode.HYBRID,
              "the community can start; a complex need may ask for a paid expert"),
          new ModeRule(
              "performance",
              s -> s.category() == NeedCategory.PERFORMANCE,
              SupportMode.HYBRID,
              "tuning guides are free; tuning one's own system is expert work"),
          new ModeRule(
              "customer",
              Situation::pays,
              SupportMode.HYBRID,
              "answers from the knowledge base first, the paid team behind them"),
          new ModeRule(
              "everyday-need",
              s -> true,
              SupportMode.FREE,
              "the knowledge base and the community answer everyday needs"));
}
