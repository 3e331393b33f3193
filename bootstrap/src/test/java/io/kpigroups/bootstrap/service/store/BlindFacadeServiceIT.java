package io.kpigroups.bootstrap.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ForwardedApi;
import io.kpigroups.bootstrap.service.api.StoreSuite;
import io.kpigroups.bootstrap.service.change.ChangeSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.find.CursorRefusalsApi;
import io.kpigroups.bootstrap.service.find.FilterApi;
import io.kpigroups.bootstrap.service.find.MirrorApi;
import io.kpigroups.bootstrap.service.find.SearchApi;
import io.kpigroups.bootstrap.service.process.FacadeService;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import io.kpigroups.bootstrap.service.process.SharedServices;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged service in front of itself without a key: the service behind it judges the tokens.
 * Wrong input is told before a wrong token, because only a call would tell about the token.
 */
class BlindFacadeServiceIT
    implements StoreSuite,
        ChangeSuite,
        FilterApi,
        SearchApi,
        CursorRefusalsApi,
        MirrorApi,
        ForwardedApi {
  private static ServiceProcess facade;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    URI behind = SharedServices.embedded().base();
    facade = ServiceProcess.start(FacadeService.settings(behind, Map.of()));
    service = new Service(facade.base(), behind);
  }

  @AfterAll
  static void stop() {
    facade.close();
  }

  @Override
  public Service service() {
    return service;
  }

  @Test
  void aTokenIsRefusedAsTheServiceBehindRefusesIt() {
    User ann = newUser();
    JwtClaims claims = Tokens.claims("ann", List.of(ann.account()), List.of("kpis:manage"));
    for (String token :
        List.of(Tokens.byAStranger(claims), Tokens.unsigned(claims), "x.y.z", "x")) {
      User stranger = withToken(token, ann.account());
      for (Answer refused :
          List.of(
              stranger.get("/kpis/groups"),
              stranger.post("/kpis/groups", "{\"name\":\"n\"}"),
              stranger.put("/kpis/groups/" + Client.randomId() + "/favorite"))) {
        Expect.problem(refused, 401, "unauthenticated");
        assertThat(refused.headerValue("WWW-Authenticate")).startsWith("Bearer");
      }
    }
  }

  @Test
  void wrongInputIsToldBeforeAWrongToken() {
    User stranger = withToken("x.y.z", Client.randomId());
    Expect.invalid(stranger.patch("/kpis/groups/no!", "{"), "path:groupId", "body:");
    Expect.problem(
        stranger.patch("/kpis/groups/" + Client.randomId(), "{\"name\":\"n\"}"),
        401,
        "unauthenticated");
  }

  @Test
  void whatIsNoTokenByItsFormGoesNowhere() {
    for (String header : List.of("Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer a,b")) {
      Answer refused =
          service().get("/api/v1/kpis/groups", "Authorization", header, "gtmhub-accountId", "a");
      Expect.problem(refused, 401, "unauthenticated");
    }
  }

  @Test
  void whatAUserMayDoIsDecidedBehind() {
    User ann = newUser();
    User reader = ann.colleague("r", "kpis:read");
    Expect.problem(reader.post("/kpis/groups", "{\"name\":\"n\"}"), 403, "not-permitted");
    Expect.problem(ann.colleague("u").get("/kpis/groups"), 403, "not-permitted");
    User elsewhere = withToken(ann.token(), Client.randomId());
    Expect.problem(elsewhere.get("/kpis/groups"), 403, "account-forbidden");
    String nobody =
        Tokens.es256(Tokens.claims("größe", List.of(ann.account()), List.of("kpis:read")));
    Expect.problem(withToken(nobody, ann.account()).get("/kpis/groups"), 403, "no-user");
  }

  @Test
  void theAccountMustBeNamed() {
    User ann = newUser();
    Answer missing = service().get("/api/v1/kpis/groups", "Authorization", "Bearer " + ann.token());
    Expect.invalid(missing, "header:gtmhub-accountId");
  }
}
