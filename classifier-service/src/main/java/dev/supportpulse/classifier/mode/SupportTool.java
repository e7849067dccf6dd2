package dev.supportpulse.classifier.mode;

import dev.supportpulse.classifier.need.Language;
import java.util.Locale;

/** The catalogue of support tools. The set is closed; an installation offers a part of it. */
public enum SupportTool {
  KNOWLEDGE_BASE("Knowledge base", "知识库"),
  ONLINE_CHAT("Online chat", "在线聊天"),
  PHONE("Phone support", "电话支持"),
  REMOTE_DESKTOP("Remote desktop", "远程桌面"),
  VIDEO("Video meeting", "视频会议"),
  TRAINING("Training", "培训课程"),
  ISSUE_TRACKER("Issue tracker", "问题跟踪"),
  CUSTOMER_MANAGEMENT("Customer management", "客户管理"),
  AUTOMATIC_ANSWERS("Automatic answers", "自动回复");

  private final String english;
  private final String chinese;

  SupportTool(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** The name on the wire, such as {@code knowledge-base}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name for people. */
  public String name(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case CHINESE -> chinese;
    };
  }
}
