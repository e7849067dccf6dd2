package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The tool list of the source documents. */
@Path("/support_tools")
public class SupportToolsResource {

  private final SupportAdvisor advisor;

  SupportToolsResource(SupportAdvisor advisor) {
    this.advisor = advisor;
  }

  /**
   * The names of the offered tools in the first language of {@code Accept-Language} that is English
   * or Chinese; in Chinese, as the source document prints them, if there is none.
   */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.NONE)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The support tools on offer, named by Accept-Language (Chinese by default)")
  public Response tools(@Context HttpHeaders headers) {
    Language language = language(headers.getAcceptableLanguages());
    List<String> names = advisor.offered().stream().map(tool -> tool.name(language)).toList();
    return Response.ok(new SupportTools(names))
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private static Language language(List<Locale> accepted) {
    for (Locale locale : accepted) {
      for (Language language : Language.values()) {
        if (language.tag().equals(locale.getLanguage())) {
          return language;
        }
      }
    }
    return Language.CHINESE;
  }

  /** The source document's own snake_case. */
  public record SupportTools(@JsonProperty("support_tools") List<String> supportTools) {}
}
