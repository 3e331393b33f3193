package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That nobody can call more often than an installation allows. */
class RateLimitIT implements ServiceSuite {
  private static final int PER_TOKEN = 10;
  private static final int PER_ACCOUNT = 15;

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
    Refusal refusal = firstRefusal(200, ann);
    assertThat(refusal.before()).isGreaterThanOrEqualTo(PER_TOKEN);
    Answer refused = refusal.answer();
    assertThat(refused.<String>path("detail")).contains("10", "token");
    int seconds = Integer.parseInt(refused.headerValue("Retry-After"));
    assertThat(seconds).isBetween(1, 60 / PER_TOKEN);
    await().atMost(Duration.ofSeconds(30)).until(() -> ann.get("/kpis/groups").status() == 200);
  }

  @Test
  void anotherTokenOfTheSameAccountHasItsOwnUntilTheAccountHasNoneLeft() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:read");
    assertThat(firstRefusal(200, ann, bob).before()).isGreaterThanOrEqualTo(PER_ACCOUNT);
    newUser().get("/kpis/groups").has(200);
  }

  @Test
  void aBadTokenIsCountedBeforeItIsVerified() {
    User nobody = withToken("not.a.token" + Client.randomId(), Client.randomId());
    assertThat(firstRefusal(401, nobody).before()).isGreaterThanOrEqualTo(PER_TOKEN);
  }

  @Test
  void nobodyCanUseUpTheRequestsOfAnAccountThatIsNotTheirs() {
    User ann = newUser();
    for (int thief = 0; thief < 2; thief++) {
      User mallory = withToken(newUser().token(), ann.account());
      for (int i = 0; i < PER_TOKEN; i++) {
        Expect.problem(mallory.get("/kpis/groups"), 403, "account-forbidden");
      }
    }
    ann.get("/kpis/groups").has(200);
  }

  @Test
  void documentsAreNotCounted() {
    for (int i = 0; i <= PER_ACCOUNT; i++) {
      assertThat(service().get("/q/swagger-ui/").status()).isEqualTo(200);
    }
  }

  /** The first call of many, by turns, that is refused; those before it had this status. */
  private static Refusal firstRefusal(int status, User... users) {
    for (int i = 0; i < 20 * PER_ACCOUNT; i++) {
      Answer answer = users[i % users.length].get("/kpis/groups");
      if (answer.status() != status) {
        return new Refusal(i, Expect.problem(answer, 429, "rate-limited"));
      }
    }
    throw new AssertionError("never refused");
  }
}
