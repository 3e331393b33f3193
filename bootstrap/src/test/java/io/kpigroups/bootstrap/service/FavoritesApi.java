package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Favoriting groups. */
interface FavoritesApi {

  @Test
  default void aFavoriteIsOfOneUserAndMayBeRepeated() {
    Client ann = Client.inNewAccount();
    Client bob = ann.colleague("bob", "kpis:read");
    String path = "/kpis/groups/" + ann.newGroup("Watched");
    Expect.done(bob.put(path + "/favorite"));
    Expect.done(bob.put(path + "/favorite"));
    assertThat(bob.get(path).<Boolean>path("favorite")).isTrue();
    assertThat(bob.get("/kpis/groups").<List<Boolean>>path("items.favorite")).containsExactly(true);
    assertThat(ann.get(path).<Boolean>path("favorite")).isFalse();
    Expect.done(bob.delete(path + "/favorite"));
    Expect.done(bob.delete(path + "/favorite"));
    assertThat(bob.get(path).<Boolean>path("favorite")).isFalse();
  }

  @Test
  default void aFavoriteChangesNothingOfTheGroup() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/groups/" + ann.newGroup("Watched");
    Response before = ann.get(path);
    Expect.done(ann.colleague("bob").put(path + "/favorite"));
    assertThat(ann.get(path).asString()).isEqualTo(before.asString());
    assertThat(ann.get(path).header("ETag")).isEqualTo(before.header("ETag"));
  }

  @Test
  default void theAccountMayBeLeftOutIfTheTokenHasOneOnly() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/groups/" + ann.newGroup("Watched");
    for (String method : List.of("PUT", "DELETE")) {
      Expect.done(
          RestAssured.given()
              .header("Authorization", "Bearer " + ann.token())
              .request(method, Client.API + path + "/favorite"));
    }
    Expect.status(ann.get(path), 200);
  }

  @Test
  default void theAccountIsNeededIfTheTokenHasSeveral() {
    Client ann = Client.inNewAccount();
    String path = "/kpis/groups/" + ann.newGroup("Watched") + "/favorite";
    List<String> accounts = List.of(ann.account(), Client.randomId());
    String token = Tokens.es256(Tokens.claims("ann", accounts, List.of()));
    Response without =
        RestAssured.given().header("Authorization", "Bearer " + token).put(Client.API + path);
    Expect.invalid(without, "header:gtmhub-accountId");
    Expect.done(Client.withToken(token, ann.account()).put(path));
  }

  @Test
  default void aTokenWithoutAnyAccountMayNotFavorite() {
    String token = Tokens.es256(Tokens.claims("ann", List.of(), List.of()));
    Expect.problem(
        RestAssured.given()
            .header("Authorization", "Bearer " + token)
            .put(Client.API + "/kpis/groups/" + Client.randomId() + "/favorite"),
        403,
        "account-forbidden");
  }
}
