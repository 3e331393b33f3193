package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Favoriting groups. */
public interface FavoritesApi extends ServiceSuite {

  @Test
  default void aFavoriteIsOfOneUserAndMayBeRepeated() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:read");
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
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("Watched");
    Answer before = ann.get(path);
    Expect.done(ann.colleague("bob").put(path + "/favorite"));
    assertThat(ann.get(path).body()).isEqualTo(before.body());
    assertThat(ann.get(path).headerValue("ETag")).isEqualTo(before.headerValue("ETag"));
  }

  @Test
  default void theAccountMayBeLeftOutIfTheTokenHasOneOnly() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("Watched");
    for (String method : List.of("PUT", "DELETE")) {
      Expect.done(
          service()
              .send(
                  method,
                  Client.API + path + "/favorite",
                  "Authorization",
                  "Bearer " + ann.token()));
    }
    ann.get(path).has(200);
  }

  @Test
  default void theAccountIsNeededIfTheTokenHasSeveral() {
    User ann = newUser();
    String path = "/kpis/groups/" + ann.newGroup("Watched") + "/favorite";
    List<String> accounts = List.of(ann.account(), Client.randomId());
    String token = Tokens.es256(Tokens.claims("ann", accounts, List.of()));
    Answer without = service().send("PUT", Client.API + path, "Authorization", "Bearer " + token);
    Expect.invalid(without, "header:gtmhub-accountId");
    Expect.done(withToken(token, ann.account()).put(path));
  }

  @Test
  default void aTokenWithoutAnyAccountMayNotFavorite() {
    String token = Tokens.es256(Tokens.claims("ann", List.of(), List.of()));
    Expect.problem(
        service()
            .send(
                "PUT",
                Client.API + "/kpis/groups/" + Client.randomId() + "/favorite",
                "Authorization",
                "Bearer " + token),
        403,
        "account-forbidden");
  }
}
