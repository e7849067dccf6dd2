package dev.supportpulse.classifier.tool;

import java.util.List;

/**
 * The tools that there are.
 *
 * @param tools in the order of the catalogue, which decides between equals
 */
public record ToolCatalogue(List<Tool> tools) {

  public ToolCatalogue {
    tools = List.copyOf(tools);
  }
}
