package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cursor is good for the list, the account, the order and the filter that it was made for. */
public interface CursorRefusalsApi extends ServiceSuite {

  @Test
  default void anAlteredCursorIsRefused() {
    User ann = newUser();
    ann.newGroup("Ünique \uD83D\uDE00");
    ann.newGroup("z");
    String list = "/kpis/groups?sort=name,-dateCreated";
    String cursor = Cursors.behind(ann, Cursors.and(list, "limit=1"));
    ann.get(list + "&cursor=" + cursor).has(200);
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      refused(ann, list, cursor.substring(0, i) + other + cursor.substring(i + 1));
    }
    for (String altered :
        List.of(
            "",
            "A",
            "%00",
            "null",
            "*",
            cursor + "A",
            cursor + "=",
            cursor + "%0A",
            "%20" + cursor,
            cursor.substring(1),
            cursor.substring(0, cursor.length() - 1),
            cursor + cursor,
            "A".repeat(9_000),
            cursor.toLowerCase(Locale.ROOT))) {
      refused(ann, list, altered);
    }
    Expect.invalid(ann.get(list + "&cursor=" + cursor + "&cursor=" + cursor), "query:cursor");
  }

  @Test
  default void aCursorOfAnotherVersionIsRefused() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    byte[] cursor = Base64.getUrlDecoder().decode(Cursors.behind(ann, "/kpis/groups?limit=1"));
    for (int version : List.of(0, 2, 127, 255)) {
      cursor[0] = (byte) version;
      refused(ann, "/kpis/groups?", Base64.getUrlEncoder().withoutPadding().encodeToString(cursor));
    }
  }

  @Test
  default void aCursorOfAnotherListOrOrderIsRefused() {
    Lists lists = Lists.of(newUser());
    User user = lists.user();
    String other = user.newGroup("other", "k0", "k1");
    String members = "/kpis/groups/" + other + "/kpis?";
    List<String> all =
        List.of(
            "/kpis/groups?",
            "/kpis/groups?sort=-id",
            "/kpis/groups?sort=name",
            "/kpis/groups?sort=-name",
            "/kpis/groups?sort=name,-id",
            "/kpis/groups?sort=dateCreated",
            "/kpis/groups?sort=dateUpdated",
            "/kpis/groups?deleted=true",
            "/kpis/groups?q=a",
            "/kpis/groups?favorite=false",
            "/kpis/groups?kpiId=k0",
            "/kpis/groups?filter=%7Bname:%7B$gte:%22A%22%7D%7D",
            "/kpis?",
            "/kpis?sort=name",
            "/kpis?q=a",
            "/kpis?owner=me",
            "/kpis?owner=ann",
            members,
            members + "sort=name",
            "/kpis/groups/" + lists.group() + "/kpis?");
    for (String from : all) {
      String cursor = Cursors.behind(user, Cursors.and(from, "limit=1"));
      for (String to : all) {
        if (to.equals(from)) {
          user.get(Cursors.and(to, "cursor=" + cursor)).has(200);
        } else {
          refused(user, to, cursor);
        }
      }
    }
  }

  @Test
  default void aCursorOfAnotherAccountIsRefused() {
    User ann = newUser();
    User stranger = newUser();
    for (User user : List.of(ann, stranger)) {
      user.newGroup("a");
      user.newGroup("b");
      user.newKpi("a", "a");
      user.newKpi("b", "b");
    }
    for (String list : List.of("/kpis/groups?", "/kpis/groups?sort=name", "/kpis?")) {
      refused(stranger, list, Cursors.behind(ann, Cursors.and(list, "limit=1")));
    }
  }

  @Test
  default void theSameListInOtherWordsTakesTheCursor() {
    User ann = newUser();
    String kpi = ann.newKpi();
    ann.newGroup("a", kpi);
    ann.newGroup("b", kpi);
    Map<String, String> same =
        Map.of(
            "/kpis/groups?",
            "/kpis/groups?sort=id&deleted=false",
            "/kpis/groups?sort=name",
            "/kpis/groups?sort=name,id&filter=%7B%7D",
            "/kpis/groups?sort=-name",
            "/kpis/groups?sort=-name,-id",
            "/kpis/groups?kpiId=" + kpi,
            "/kpis/" + kpi + "/groups?",
            "/kpis/groups?favorite=false",
            "/kpis/groups?filter=%7Bfavorite:false%7D",
            "/kpis/groups?filter=%7Bname:%7B$gte:%22a%22%7D%7D",
            "/kpis/groups?filter=%7B%22name%22:%7B%22%24gte%22:%22%5Cu0061%22%7D%7D");
    same.forEach(
        (one, other) -> {
          String cursor = Cursors.behind(ann, Cursors.and(one, "limit=1"));
          assertThat(
                  ann.get(Cursors.and(other, "cursor=" + cursor))
                      .has(200)
                      .<List<String>>path("items.name"))
              .as(other)
              .hasSize(1);
        });
  }

  @Test
  default void aCursorDoesNotGoWithSkip() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    String cursor = Cursors.behind(ann, "/kpis/groups?limit=1");
    for (String skip : List.of("0", "1")) {
      Expect.invalid(ann.get("/kpis/groups?skip=" + skip + "&cursor=" + cursor), "query:cursor");
    }
  }

  @Test
  default void aCursorIsNoAuthorization() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    String next = "/kpis/groups?cursor=" + Cursors.behind(ann, "/kpis/groups?limit=1");
    Expect.problem(ann.colleague("nobody").get(next), 403, "not-permitted");
    Expect.problem(withToken("x.y.z", ann.account()).get(next), 401, "unauthenticated");
  }

  private static void refused(User user, String list, String cursor) {
    Expect.invalid(user.get(Cursors.and(list, "cursor=" + cursor)), "query:cursor");
  }
}
