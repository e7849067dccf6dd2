package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.need.Language;

/** What a user is told when no article answers: the truth, and where people help. */
public final class WayToHuman {

  private WayToHuman() {}

  /** In that language. */
  public static String in(Language language) {
    return switch (language) {
      case CHINESE -> "抱歉，我无法回答您的问题。请在社区论坛提问，或通过在线聊天、电话联系人工支持，并附上版本和完整的错误信息。";
      case ENGLISH ->
          "Sorry, I don't know the answer. Please ask in the community forum, or reach a human by"
              + " online chat or phone, with your version and the whole error message.";
    };
  }
}
