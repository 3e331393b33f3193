package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That nobody can call more often than an installation allows. */
@QuarkusIntegrationTest
@WithTestResource(RateLimitIT.Limited.class)
class RateLimitIT {
  private static final int PER_TOKEN = 10;
  private static final int PER_ACCOUNT = 15;

  private record Refusal(int before, Response answer) {}

  /** Has the service run with rate limits that a test can reach. */
  public static class Limited extends EmbeddedService {
    @Override
    public Map<String, String> start() {
      Map<String, String> settings = super.start();
      settings.put("kpigroups.rate-limit.per-token", String.valueOf(PER_TOKEN));
      settings.put("kpigroups.rate-limit.per-account", String.valueOf(PER_ACCOUNT));
      return settings;
    }
  }

  @Test
  void aTokenHasSoManyRequestsAndIsToldWhenToComeBack() {
    Client ann = Client.inNewAccount();
    Refusal refusal = firstRefusal(200, ann);
    assertThat(refusal.before()).isGreaterThanOrEqualTo(PER_TOKEN);
    Response refused = refusal.answer();
    assertThat(refused.<String>path("detail")).contains("10", "token");
    int seconds = Integer.parseInt(refused.header("Retry-After"));
    assertThat(seconds).isBetween(1, 60 / PER_TOKEN);
    await().atMost(Duration.ofSeconds(30)).until(() -> ann.get("/kpis/groups").statusCode() == 200);
  }

  @Test
  void anotherTokenOfTheSameAccountHasItsOwnUntilTheAccountHasNoneLeft() {
    Client ann = Client.inNewAccount();
    Client bob = ann.colleague("bob", "kpis:read");
    assertThat(firstRefusal(200, ann, bob).before()).isGreaterThanOrEqualTo(PER_ACCOUNT);
    Expect.status(Client.inNewAccount().get("/kpis/groups"), 200);
  }

  @Test
  void aBadTokenIsCountedBeforeItIsVerified() {
    Client nobody = Client.withToken("not.a.token" + Client.randomId(), Client.randomId());
    assertThat(firstRefusal(401, nobody).before()).isGreaterThanOrEqualTo(PER_TOKEN);
  }

  @Test
  void nobodyCanUseUpTheRequestsOfAnAccountThatIsNotTheirs() {
    Client ann = Client.inNewAccount();
    for (int thief = 0; thief < 2; thief++) {
      Client mallory = Client.withToken(Client.inNewAccount().token(), ann.account());
      for (int i = 0; i < PER_TOKEN; i++) {
        Expect.problem(mallory.get("/kpis/groups"), 403, "account-forbidden");
      }
    }
    Expect.status(ann.get("/kpis/groups"), 200);
  }

  @Test
  void documentsAreNotCounted() {
    for (int i = 0; i <= PER_ACCOUNT; i++) {
      assertThat(RestAssured.get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }
  }

  /** The first call of many, by turns, that is refused; those before it had this status. */
  private static Refusal firstRefusal(int status, Client... clients) {
    for (int i = 0; i < 20 * PER_ACCOUNT; i++) {
      Response answer = clients[i % clients.length].get("/kpis/groups");
      if (answer.statusCode() != status) {
        return new Refusal(i, Expect.problem(answer, 429, "rate-limited"));
      }
    }
    throw new AssertionError("never refused");
  }
}
