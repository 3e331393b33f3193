package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/**
 * The packaged service in front of itself without a key: the service behind it judges the tokens.
 * Wrong input is told before a wrong token, because only a call would tell about the token.
 */
@QuarkusIntegrationTest
@WithTestResource(BlindFacadeService.class)
class BlindFacadeServiceIT
    implements GroupsApi,
        ListsApi,
        ConditionalApi,
        FavoritesApi,
        MembershipApi,
        IsolationApi,
        SamplesApi,
        ForwardedApi {

  @Test
  void aTokenIsRefusedAsTheServiceBehindRefusesIt() {
    Client ann = Client.inNewAccount();
    JwtClaims claims = Tokens.claims("ann", List.of(ann.account()), List.of("kpis:manage"));
    for (String token :
        List.of(Tokens.byAStranger(claims), Tokens.unsigned(claims), "x.y.z", "x")) {
      Client stranger = Client.withToken(token, ann.account());
      for (Response refused :
          List.of(
              stranger.get("/kpis/groups"),
              stranger.post("/kpis/groups", "{\"name\":\"n\"}"),
              stranger.put("/kpis/groups/" + Client.randomId() + "/favorite"))) {
        Expect.problem(refused, 401, "unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
      }
    }
  }

  @Test
  void whatIsNoTokenByItsFormGoesNowhere() {
    for (String header : List.of("Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer a,b")) {
      Response refused =
          RestAssured.given()
              .header("Authorization", header)
              .header("gtmhub-accountId", "a")
              .get("/api/v1/kpis/groups");
      Expect.problem(refused, 401, "unauthenticated");
    }
  }

  @Test
  void whatAUserMayDoIsDecidedBehind() {
    Client ann = Client.inNewAccount();
    Client reader = ann.colleague("r", "kpis:read");
    Expect.problem(reader.post("/kpis/groups", "{\"name\":\"n\"}"), 403, "not-permitted");
    Expect.problem(ann.colleague("u").get("/kpis/groups"), 403, "not-permitted");
    Client elsewhere = Client.withToken(ann.token(), Client.randomId());
    Expect.problem(elsewhere.get("/kpis/groups"), 403, "account-forbidden");
    String nobody =
        Tokens.es256(Tokens.claims("größe", List.of(ann.account()), List.of("kpis:read")));
    Expect.problem(Client.withToken(nobody, ann.account()).get("/kpis/groups"), 403, "no-user");
  }

  @Test
  void theAccountMustBeNamed() {
    Client ann = Client.inNewAccount();
    Response missing =
        RestAssured.given()
            .header("Authorization", "Bearer " + ann.token())
            .get("/api/v1/kpis/groups");
    Expect.invalid(missing, "header:gtmhub-accountId");
  }
}
