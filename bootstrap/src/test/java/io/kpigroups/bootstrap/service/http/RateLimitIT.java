package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * That nobody can call more often than an installation allows. The limits are so low that it takes
 * twenty seconds until another request is allowed: any machine asks sooner than that.
 */
@Timeout(1200)
class RateLimitIT implements ServiceSuite {
  private static final int PER_TOKEN = 2;
  private static final int PER_ACCOUNT = 3;

  private record Refusal(int before, Answer answer) {}

  private static ServiceProcess process;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> settings = EmbeddedService.settings();
    settings.put("kpigroups.rate-limit.per-token", String.valueOf(PER_TOKEN));
    settings.put("kpigroups.rate-limit.per-account", String.valueOf(PER_ACCOUNT));
    process = ServiceProcess.start(settings);
    service = Service.at(process.base());
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Override
  public Service service() {
    return service;
  }

  @Test
  void aTokenHasSoManyRequestsAndIsToldWhenToComeBack() {
    User ann = newUser();
    Refusal refusal = firstRefusal(200, request -> ann);
    assertThat(refusal.before()).isGreaterThanOrEqualTo(PER_TOKEN);
    assertThat(refusal.answer().json("detail")).contains("2", "token");
    int seconds = Integer.parseInt(refusal.answer().headerValue("Retry-After"));
    assertThat(seconds).isBetween(1, 60 / PER_TOKEN);
  }

  @Test
  void anotherTokenOfTheSameAccountHasItsOwnUntilTheAccountHasNoneLeft() {
    User ann = newUser();
    Refusal refusal = firstRefusal(200, request -> ann.colleague("u" + request, "kpis:read"));
    assertThat(refusal.before()).isGreaterThanOrEqualTo(PER_ACCOUNT);
    assertThat(refusal.answer().json("detail")).contains("3", "account");
    newUser().get("/kpis/groups").has(200);
  }

  @Test
  void aBadTokenIsCountedBeforeItIsVerified() {
    User nobody = withToken("not.a.token" + Client.randomId(), Client.randomId());
    Refusal refusal = firstRefusal(401, request -> nobody);
    assertThat(refusal.before()).isGreaterThanOrEqualTo(PER_TOKEN);
  }

  @Test
  void nobodyCanUseUpTheRequestsOfAnAccountThatIsNotTheirs() {
    User ann = newUser();
    for (int i = 0; i <= PER_ACCOUNT; i++) {
      User mallory = withToken(newUser().token(), ann.account());
      Expect.problem(mallory.get("/kpis/groups"), 403, "account-forbidden");
    }
    ann.get("/kpis/groups").has(200);
  }

  @Test
  void documentsAreNotCounted() {
    String token = "Bearer " + newUser().token();
    for (int i = 0; i <= PER_ACCOUNT; i++) {
      service().get("/q/swagger-ui/", "Authorization", token).has(200);
    }
  }

  /** The first request that is refused; those before it had this status. */
  private static Refusal firstRefusal(int status, IntFunction<User> users) {
    int before = 0;
    Answer answer = users.apply(before).get("/kpis/groups");
    while (answer.status() == status) {
      before++;
      answer = users.apply(before).get("/kpis/groups");
    }
    return new Refusal(before, Expect.problem(answer, 429, "rate-limited"));
  }
}
