package dev.supportpulse.classifier.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what messages have in common, online, by a tree of fixed depth: P. He, J. Zhu, Z. Zheng and
 * M. R. Lyu, "Drain: An Online Log Parsing Approach with Fixed Depth Tree", ICWS 2017. Messages of
 * one length and first word are compared word by word with the templates of their group. Unlike
 * Drain's similarity, which forgets what a template took in before, at most a fifth of a template
 * opens, so whatever fitted once fits for ever.
 */
public final class LogTemplates {

  private final Map<LogTemplate.Group, List<LogTemplate>> groups = new LinkedHashMap<>();

  /** Begins with templates that are known already, the oldest first. */
  public LogTemplates(List<LogTemplate> known) {
    for (LogTemplate template : known) {
      group(LogTemplate.Group.of(template.words())).add(template);
    }
  }

  /** The template of a message, which is learnt. */
  public LogTemplate learn(Symptom.Told message) {
    List<LogTemplate> group = group(message.group());
    LogTemplate fitting =
        group.stream()
            .filter(template -> template.admits(message.words()))
            .min(Comparator.comparingInt(template -> template.differences(message.words())))
            .orElse(null);
    if (fitting == null) {
      LogTemplate fresh = LogTemplate.of(message.words());
      group.add(fresh);
      return fresh;
    }
    LogTemplate opened = fitting.openedFor(message.words());
    group.set(group.indexOf(fitting), opened);
    return opened;
  }

  private List<LogTemplate> group(LogTemplate.Group group) {
    return groups.computeIfAbsent(group, key -> new ArrayList<>());
  }
}
