package dev.supportpulse.classifier.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.Article;
import dev.supportpulse.classifier.solution.Articles;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneKnowledgeBaseTest {

  private static final List<Article> ARTICLES = Articles.shipped();

  private final KnowledgeBase knowledge = new LuceneKnowledgeBase(ARTICLES, 3.0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          如何安装此项目？ | install
          怎么安装 | install
          请问 windows 下面怎么安装？看文档只有 linux 和 mac 的命令 | install
          how do I install this project? | install
          How to install it on Debian | install
          怎么修改日志路径 | configure
          where is the config file? | configure
          升级前要不要先停 worker？顺序是先 server 后 agent，还是反过来 | upgrade
          How do I upgrade to version 3? | upgrade
          系统越来越慢怎么办 | performance
          my queries are slow | performance
          发现一个漏洞怎么上报 | security
          I found a vulnerability, how should I report it? | security
          有没有培训 | training
          Do you offer training for our team? | training
          备份命令执行的时候会锁表吗，白天业务时间能不能直接跑？ | backup
          How can I back up the database? | backup
          报 Connection refused 我估计是防火墙没开，需要放行哪几个端口？ | connection
          connection refused when connecting to the server | connection
          忘记管理员密码了，怎么重置？数据库我能登，改哪张表 | password
          I forgot my password | password
          付费支持多少钱 | support-plans
          what does paid support cost? | support-plans
          """)
  void answersInTheLanguageOfTheQuestion(String question, String article) {
    Language language = Language.of(question);
    Answer answer = knowledge.answer(question, language);
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> {
              assertThat(found.article().id()).isEqualTo(article);
              assertThat(found.article().language()).isEqualTo(language);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "今天天气怎么样？",
        "红烧肉怎么做",
        "我想订一张去北京的机票",
        "你叫什么名字",
        "乱七八糟的东西啊啊啊啊",
        "微信群二维码过期了，谁方便拉我一下，备注“武汉-测试”，谢谢各位大佬",
        "asdfgh qwerty zxcv",
        "What is the meaning of life?",
        "Which football team won the world cup?",
        "Can you recommend a good pizza place in the city?",
        "do I need a visa to travel to Japan",
        "We would like to sponsor the conference, gold level.",
        "?!",
        "",
        "AND OR NOT * ~ ( [ \" title:"
      })
  void saysThatItDoesNotKnow(String question) {
    assertThat(knowledge.answer(question, Language.of(question)))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void takesAQuestionOfAnyLength() {
    assertThat(knowledge.answer("why oh why ".repeat(50_000), Language.ENGLISH))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void everyArticleExistsInEveryLanguage() {
    assertThat(ARTICLES.stream().collect(Collectors.groupingBy(Article::id)).values())
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(
            same ->
                assertThat(same)
                    .extracting(Article::language)
                    .containsExactlyInAnyOrder(Language.values()));
  }

  @Test
  void everyArticleAnswersItsOwnQuestions() {
    for (Article article : ARTICLES) {
      for (String question : article.questions()) {
        assertThat(knowledge.answer(question, article.language()))
            .as(question)
            .isInstanceOfSatisfying(
                Answer.Found.class,
                found -> assertThat(found.article().id()).isEqualTo(article.id()));
      }
    }
  }

  @Test
  void refusesAnArticleWithoutFrontMatter() {
    assertThatThrownBy(() -> Article.parse("x", Language.ENGLISH, "just text"))
        .hasMessageContaining("no front matter");
    assertThatThrownBy(() -> Article.parse("x", Language.ENGLISH, "---\ntitle: T\n---\n"))
        .hasMessageContaining("needs a title and a body");
    assertThatThrownBy(() -> Article.parse("x", Language.ENGLISH, ""))
        .hasMessageContaining("no front matter");
  }
}
