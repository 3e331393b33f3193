package io.kpigroups.bootstrap.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** Who may call, in which account, and for what. */
public interface IdentityApi extends ServiceSuite {

  @Test
  default void withoutATokenThereIsNoAnswer() {
    Answer none = service().get("/api/v1/kpis/groups", "gtmhub-accountId", "a");
    Expect.problem(none, 401, "unauthenticated");
    assertThat(none.headerValue("WWW-Authenticate")).isEqualTo("Bearer");
    for (String header :
        List.of("Bearer", "Bearer ", "Basic YTpi", "token", "Bearer a b", "Bearer a.b.c")) {
      Answer wrong =
          service().get("/api/v1/kpis/groups", "Authorization", header, "gtmhub-accountId", "a");
      Expect.problem(wrong, 401, "unauthenticated");
      assertThat(wrong.headerValue("WWW-Authenticate")).startsWith("Bearer");
      assertThat(wrong.body()).doesNotContain("a.b.c");
    }
  }

  @Test
  default void twoTokensAreOneTooMany() {
    User ann = newUser();
    Answer twice = ann.withAlso("Authorization", "Bearer x").get("/kpis/groups");
    Expect.problem(twice, 401, "unauthenticated");
  }

  @Test
  default void bothSignatureAlgorithmsAreTakenFromOneKeySet() {
    String account = Client.randomId();
    JwtClaims claims = Tokens.claims("ann", List.of(account), List.of("kpis:read"));
    withToken(Tokens.es256(claims), account).get("/kpis/groups").has(200);
    withToken(Tokens.rs256(claims), account).get("/kpis/groups").has(200);
    Answer lowerCase =
        service()
            .get(
                "/api/v1/kpis/groups",
                "Authorization",
                "bearer " + Tokens.es256(claims),
                "GTMHUB-ACCOUNTID",
                account);
    lowerCase.has(200);
  }

  @Test
  default void aTokenThatIsNotRightInEveryRespectIsRefused() {
    String account = Client.randomId();
    List<String> tokens =
        List.of(
            Tokens.byAStranger(claims(account, c -> {})),
            Tokens.unsigned(claims(account, c -> {})),
            Tokens.hmacWithThePublicKey(claims(account, c -> {})),
            Tokens.es256(claims(account, c -> c.setIssuer("https://somebody.else"))),
            Tokens.es256(claims(account, c -> c.unsetClaim("iss"))),
            Tokens.es256(claims(account, c -> c.setAudience("another-service"))),
            Tokens.es256(claims(account, c -> c.unsetClaim("aud"))),
            Tokens.es256(
                claims(account, c -> c.setExpirationTime(NumericDate.fromSeconds(1_000_000_000)))),
            Tokens.es256(claims(account, c -> c.unsetClaim("exp"))),
            Tokens.es256(claims(account, c -> c.setNotBeforeMinutesInThePast(-10))),
            Tokens.es256(claims(account, c -> {})).replaceFirst("\\.[^.]{4}", ".AAAA"));
    for (String token : tokens) {
      Answer refused = withToken(token, account).get("/kpis/groups");
      Expect.problem(refused, 401, "unauthenticated");
      assertThat(refused.body()).doesNotContain(token);
    }
    withToken(Tokens.es256(claims(account, c -> {})), account).get("/kpis/groups").has(200);
  }

  @Test
  default void aTokenThatIsKnownLetsItsClaimsInUnderNoOtherSignature() {
    String account = Client.randomId();
    JwtClaims claims = claims(account, c -> {});
    String good = Tokens.es256(claims);
    String forged = good.replaceFirst("[^.]*$", Tokens.byAStranger(claims).split("\\.")[2]);
    for (int times = 1; times <= 2; times++) {
      withToken(good, account).get("/kpis/groups").has(200);
      Expect.problem(withToken(forged, account).get("/kpis/groups"), 401, "unauthenticated");
    }
  }

  @Test
  default void aTokenWithAHeaderOfWrongTypesIsRefusedNeverAnError() {
    String account = Client.randomId();
    for (String header :
        List.of(
            "{\"alg\":7}",
            "{\"alg\":[\"ES256\"]}",
            "{\"alg\":\"ES256\",\"kid\":7}",
            "{\"alg\":\"RS256\",\"kid\":{}}",
            "{\"alg\":\"ES256\",\"crit\":1}",
            "{}",
            "[]",
            "7")) {
      String token = Tokens.withHeader(header);
      Expect.problem(withToken(token, account).get("/kpis/groups"), 401, "unauthenticated");
    }
  }

  @Test
  default void aTokenWithoutAUsableUserIsForbiddenNeverAnError() {
    String account = Client.randomId();
    for (Consumer<JwtClaims> change :
        List.<Consumer<JwtClaims>>of(
            c -> c.unsetClaim("sub"),
            c -> c.setSubject(""),
            c -> c.setSubject("größe"),
            c -> c.setSubject("u".repeat(256)))) {
      User nobody = withToken(Tokens.es256(claims(account, change)), account);
      Expect.problem(nobody.get("/kpis/groups"), 403, "no-user");
    }
    User longest =
        withToken(Tokens.es256(claims(account, c -> c.setSubject("u".repeat(255)))), account);
    longest.get("/kpis/groups").has(200);
  }

  @Test
  default void theAccountHeaderIsNeededAndMustBeWellFormed() {
    User ann = newUser();
    Answer missing = service().get("/api/v1/kpis/groups", "Authorization", "Bearer " + ann.token());
    Expect.invalid(missing, "header:gtmhub-accountId");
    for (String wrong : List.of("a b", "é", "a".repeat(65), "a/b")) {
      Expect.invalid(withToken(ann.token(), wrong).get("/kpis/groups"), "header:gtmhub-accountId");
    }
    Answer twice = ann.withAlso("gtmhub-accountId", ann.account()).get("/kpis/groups");
    Expect.invalid(twice, "header:gtmhub-accountId");
  }

  @Test
  default void anAccountThatTheTokenMayNotActInIsForbidden() {
    User ann = newUser();
    User elsewhere = withToken(ann.token(), Client.randomId());
    Expect.problem(elsewhere.get("/kpis/groups"), 403, "account-forbidden");
    Expect.problem(
        elsewhere.put("/kpis/groups/" + Client.randomId() + "/favorite"), 403, "account-forbidden");
  }

  @Test
  default void readersReadManagersManageAndEveryUserFavorites() {
    User ann = newUser();
    String group = "/kpis/groups/" + ann.newGroup("a");
    String kpi = "/kpis/" + ann.newKpi();
    String member = kpi + "/groups/" + group.substring(13);
    User user = ann.colleague("u");
    User reader = ann.colleague("r", "kpis:read");
    for (String path : List.of("/kpis/groups", group, "/kpis", kpi)) {
      Expect.problem(user.get(path), 403, "not-permitted");
      reader.get(path).has(200);
      ann.get(path).has(200);
    }
    for (User noManager : List.of(user, reader)) {
      Expect.problem(noManager.post("/kpis/groups", "{\"name\":\"n\"}"), 403, "not-permitted");
      Expect.problem(noManager.patch(group, "{\"name\":\"n\"}"), 403, "not-permitted");
      Expect.problem(noManager.delete(group), 403, "not-permitted");
      Expect.problem(noManager.put(member), 403, "not-permitted");
      Expect.problem(noManager.delete(member), 403, "not-permitted");
      Expect.problem(noManager.put(kpi, "{\"name\":\"n\"}"), 403, "not-permitted");
      Expect.problem(noManager.delete(kpi), 403, "not-permitted");
      Expect.done(noManager.put(group + "/favorite"));
      Expect.done(noManager.delete(group + "/favorite"));
    }
    assertThat(ann.get(group).headerValue("ETag")).isEqualTo("\"1-0\"");
  }

  @Test
  default void aScopeStandsForThePermissions() {
    String account = Client.randomId();
    String scoped =
        Tokens.es256(
            claims(
                account,
                c -> {
                  c.unsetClaim("permissions");
                  c.setStringClaim("scope", "openid kpis:manage");
                }));
    User ann = withToken(scoped, account);
    ann.get("/kpis/groups/" + ann.newGroup("a")).has(200);
  }

  private static JwtClaims claims(String account, Consumer<JwtClaims> change) {
    JwtClaims claims = Tokens.claims("ann", List.of(account), List.of("kpis:manage"));
    change.accept(claims);
    return claims;
  }
}
