package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Call;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service where numbers are written in digits of the country's own. */
@Timeout(1200)
class LocaleIT {
  private static final String ACCOUNT = "5be26318e5274a0007f17f61";
  private static final Pattern TOKEN = Pattern.compile("Authorization: Bearer ([\\w.-]+)\"");

  private static final String FOREIGN_DIGIT = "[\\p{Nd}&&[^0-9]]";

  @TempDir static Path folder;
  private static ServiceProcess demo;
  private static Client ann;

  @BeforeAll
  static void startInEgypt() throws Exception {
    demo =
        ServiceProcess.start(
            Map.of(
                "user.language", "ar",
                "user.country", "EG",
                "kpigroups.embedded.path", folder.resolve("data").toString(),
                "kpigroups.access-log", "true"));
    ann = Client.withToken(demo.awaitSaying(TOKEN).group(1), ACCOUNT);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void theAddressesThatItPrintsCanBeCalled() {
    Answer.get(demo.base().resolve("/q/swagger-ui/")).has(200);
    demo.awaitReady();
  }

  @Test
  void whatItPrintsAndLogsIsPlain() {
    ask(Call.LIST_KPIS).has(200);
    demo.awaitSaying(Pattern.compile("\"route\":\"/api/v1/kpis\",\"status\":200"));

    assertThat(demo.said()).contains("valid for 24 hours").doesNotContainPattern(FOREIGN_DIGIT);
  }

  @Test
  void itsLinksLeadFromPageToPage() {
    Answer first = get("/kpis?limit=2").has(200);
    assertThat(first.headerValue("Link"))
        .matches(
            "</api/v1/kpis\\?limit=2>; rel=\"first\","
                + " </api/v1/kpis\\?cursor=[A-Za-z0-9_-]+&limit=2>; rel=\"next\"");
    assertThat(get(first.next().orElseThrow()).has(200).json("count")).isEqualTo("1");
  }

  @Test
  void itsGroupsAndItsRefusalsArePlain() {
    Answer made = ask(Call.CREATE_GROUP).has(201);
    assertThat(made.json("dateCreated"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(made.json("id")).matches("[0-9a-f]{24}");
    assertThat(get("/kpis?skip=-1&limit=0").has(400).response().body())
        .contains("from 0 to 2147483647")
        .doesNotContainPattern(FOREIGN_DIGIT);
  }

  @Test
  void itsMetricsArePlain() {
    ask(Call.LIST_GROUPS).has(200);
    assertThat(Answer.get(demo.management("/q/metrics")).has(200).response().body())
        .contains("list_groups")
        .doesNotContainPattern(FOREIGN_DIGIT);
  }

  private static Answer ask(Call call) {
    return Answer.to(call.request(demo.base(), ann, "", "k")).join();
  }

  private static Answer get(String path) {
    HttpRequest request = Call.authorized(URI.create(demo.base() + Client.API + path), ann).build();
    return Answer.to(request).join();
  }
}
