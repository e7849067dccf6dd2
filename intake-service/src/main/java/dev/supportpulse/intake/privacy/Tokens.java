package dev.supportpulse.intake.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Access tokens that are known by how they begin, as their issuers document, and JSON Web Tokens.
 * What follows the beginning must be long enough and have a digit, or it is a word.
 */
final class Tokens implements Detector {

  /** Which characters follow the beginning. */
  private enum Body {
    ALPHANUMERIC,
    WORD,
    DOTTED
  }

  private static final String JWT = "eyJ";

  /** By then it must show what it is, so that a failed look takes bounded time. */
  private static final int MAX_HEAD = 256;

  private record Issued(String prefix, int least, Body body) {}

  private static final List<Issued> ISSUED =
      List.of(
          // Support Pulse
          new Issued("sp_", 20, Body.DOTTED),
          // GitHub
          new Issued("ghp_", 30, Body.ALPHANUMERIC),
          new Issued("gho_", 30, Body.ALPHANUMERIC),
          new Issued("ghu_", 30, Body.ALPHANUMERIC),
          new Issued("ghs_", 30, Body.ALPHANUMERIC),
          new Issued("ghr_", 30, Body.ALPHANUMERIC),
          new Issued("github_pat_", 22, Body.WORD),
          // GitLab
          new Issued("glpat-", 20, Body.DOTTED),
          new Issued("gldt-", 20, Body.WORD),
          new Issued("glrt-", 20, Body.WORD),
          new Issued("glptt-", 20, Body.WORD),
          new Issued("glcbt-", 20, Body.WORD),
          // Slack
          new Issued("xoxa-", 10, Body.WORD),
          new Issued("xoxb-", 10, Body.WORD),
          new Issued("xoxe-", 10, Body.WORD),
          new Issued("xoxp-", 10, Body.WORD),
          new Issued("xoxr-", 10, Body.WORD),
          new Issued("xoxs-", 10, Body.WORD),
          new Issued("xapp-", 10, Body.WORD),
          // Amazon Web Services
          new Issued("AKIA", 16, Body.ALPHANUMERIC),
          new Issued("ASIA", 16, Body.ALPHANUMERIC),
          // Alibaba Cloud, Tencent Cloud
          new Issued("LTAI", 12, Body.ALPHANUMERIC),
          new Issued("AKID", 28, Body.ALPHANUMERIC),
          // Google
          new Issued("AIza", 30, Body.WORD),
          new Issued("ya29.", 20, Body.WORD),
          new Issued("GOCSPX-", 20, Body.WORD),
          // OpenAI, Anthropic and others
          new Issued("sk-", 20, Body.WORD),
          // Stripe
          new Issued("sk_live_", 16, Body.ALPHANUMERIC),
          new Issued("sk_test_", 16, Body.ALPHANUMERIC),
          new Issued("rk_live_", 16, Body.ALPHANUMERIC),
          new Issued("rk_test_", 16, Body.ALPHANUMERIC),
          new Issued("whsec_", 16, Body.ALPHANUMERIC),
          // Hugging Face, npm, PyPI, SendGrid, DigitalOcean, Shopify, Grafana, HashiCorp Vault
          new Issued("hf_", 30, Body.ALPHANUMERIC),
          new Issued("npm_", 30, Body.ALPHANUMERIC),
          new Issued("pypi-", 40, Body.WORD),
          new Issued("SG.", 40, Body.DOTTED),
          new Issued("dop_v1_", 40, Body.ALPHANUMERIC),
          new Issued("shpat_", 30, Body.ALPHANUMERIC),
          new Issued("glsa_", 30, Body.WORD),
          new Issued("hvs.", 24, Body.WORD),
          // A JSON Web Token: two objects, the first one's brace in base64, and a signature
          new Issued(JWT, 30, Body.DOTTED));

  private static final Issued[][] BY_FIRST = byFirst();

  @Override
  public int worthwhile() {
    return Glance.LONG_WORD;
  }

  @Override
  public void find(String text, List<Finding> findings) {
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = Chars.isWord(c);
      if (word && !inside && c < BY_FIRST.length) {
        int end = endOfToken(text, i, BY_FIRST[c]);
        if (end > 0) {
          findings.add(new Finding(i, end, Kind.ACCESS_TOKEN));
          i = end - 1;
        }
      }
      inside = word;
    }
  }

  private static int endOfToken(String text, int start, Issued[] candidates) {
    for (Issued issued : candidates) {
      if (text.startsWith(issued.prefix(), start)) {
        int end = endOfToken(text, start + issued.prefix().length(), issued);
        if (end > 0) {
          return end;
        }
      }
    }
    return -1;
  }

  private static int endOfToken(String text, int from, Issued issued) {
    boolean digit = false;
    boolean dot = !issued.prefix().equals(JWT);
    int end = from;
    while (end < text.length() && isBody(text.charAt(end), issued.body())) {
      if (end - from == MAX_HEAD && !(digit && dot)) {
        return -1;
      }
      digit |= Chars.isDigit(text.charAt(end));
      dot |= text.charAt(end) == '.';
      end++;
    }
    while (end > from && !Chars.isAlphanumeric(text.charAt(end - 1))) {
      end--;
    }
    return end - from >= issued.least() && digit && dot ? end : -1;
  }

  private static boolean isBody(char c, Body body) {
    return Chars.isAlphanumeric(c)
        || (body != Body.ALPHANUMERIC && (c == '_' || c == '-'))
        || (body == Body.DOTTED && c == '.');
  }

  private static Issued[][] byFirst() {
    List<List<Issued>> lists = new ArrayList<>();
    for (int c = 0; c < 128; c++) {
      lists.add(new ArrayList<>());
    }
    ISSUED.forEach(issued -> lists.get(issued.prefix().charAt(0)).add(issued));
    return lists.stream().map(list -> list.toArray(Issued[]::new)).toArray(Issued[][]::new);
  }
}
