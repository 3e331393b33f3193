package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking for KPIs in the register. */
public interface KpiListApi extends ServiceSuite {

  @Test
  default void kpisAreFoundByAPartOfTheirNameWithoutCaseAndAccents() {
    User ann = newUser();
    ann.newKpi("a", "Umsatz Österreich");
    ann.newKpi("b", "UMSATZ Schweiz");
    ann.newKpi("c", "Kosten");
    assertThat(found(ann, "q=umsatz")).containsExactly("a", "b");
    assertThat(found(ann, "q=" + Parameter.encoded("satz o"))).containsExactly("a");
    assertThat(found(ann, "q=" + Parameter.encoded("  ÖSTER "))).containsExactly("a");
    assertThat(found(ann, "q=nothing")).isEmpty();
  }

  @Test
  default void whatMeansSomethingElsewhereIsTakenAsItStands() {
    User ann = newUser();
    String odd = "100% _ \\ $ .* + & # { } [ ( ? ' \" ; = / 業績 😀";
    ann.newKpi("odd", odd);
    ann.newKpi("plain", "100 of all");
    assertThat(found(ann, "q=" + Parameter.encoded(odd))).containsExactly("odd");
    for (String part :
        List.of("%", "_", "\\", "$", ".*", "+", "&", "#", "{", "[", "(", "?", "'", "\"", "😀")) {
      assertThat(found(ann, "q=" + Parameter.encoded(part))).as(part).containsExactly("odd");
    }
    assertThat(found(ann, "q=" + Parameter.encoded("1.0"))).isEmpty();
  }

  @Test
  default void kpisAreFoundByTheirOwner() {
    User ann = newUser();
    User bob = ann.colleague("bob", "kpis:read");
    ann.newKpi("anns", "n", "ann");
    ann.newKpi("both", "n", "bob", "ann");
    ann.newKpi("nobodys", "n");
    ann.newKpi("me", "n", "me");
    ann.newKpi("odd", "n", "auth0|a&b+c bob");
    assertThat(found(ann, "owner=me")).containsExactly("anns", "both");
    assertThat(found(bob, "owner=me")).containsExactly("both");
    assertThat(found(bob, "owner=ann")).containsExactly("anns", "both");
    assertThat(found(ann, "owner=an")).isEmpty();
    assertThat(found(ann, "owner=" + Parameter.encoded("auth0|a&b+c bob"))).containsExactly("odd");
  }

  @Test
  default void kpisAreFoundThatAreInNoLiveGroup() {
    User ann = newUser();
    ann.newKpi("a", "n");
    ann.newKpi("b", "n");
    ann.newKpi("c", "n");
    String one = ann.newGroup("One", "a", "b");
    String two = ann.newGroup("Two", "b");
    assertThat(found(ann, "ungrouped=true")).containsExactly("c");
    assertThat(found(ann, "ungrouped=false")).containsExactly("a", "b", "c");
    Expect.done(ann.delete("/kpis/groups/" + one));
    assertThat(found(ann, "ungrouped=true")).containsExactly("a", "c");
    Expect.done(ann.delete("/kpis/b/groups/" + two));
    assertThat(found(ann, "ungrouped=true")).containsExactly("a", "b", "c");
    assertThat(found(newUser(), "ungrouped=true")).isEmpty();
  }

  @Test
  default void whatIsAskedForGoesTogetherAndFromPageToPage() {
    User ann = newUser();
    String name = "R&D + 50% #1 é";
    for (int i = 0; i < 5; i++) {
      ann.newKpi("k" + i, name, "ann");
      ann.newKpi("other" + i, "Sales", "ann");
      ann.newKpi("bobs" + i, name, "bob");
    }
    ann.newGroup("Has one", "k2");
    String query = "?q=" + Parameter.encoded("d + 50% #1 É") + "&owner=me&ungrouped=true&sort=-id";
    Answer page = ann.get("/kpis" + query + "&limit=3").has(200);
    assertThat(page.<Integer>path("totalCount")).isEqualTo(4);
    for (String count : List.of("", "&count=none")) {
      assertThat(ann.walk("/kpis" + query + count + "&limit=1"))
          .extracting(kpi -> kpi.get("id"))
          .containsExactly("k4", "k3", "k1", "k0");
    }
  }

  @Test
  default void everyWrongSearchIsNamed() {
    User ann = newUser();
    Expect.invalid(
        ann.get("/kpis?q=%20&owner=%c3%b6&ungrouped=1&count=0&sort=owner"),
        "query:q",
        "query:owner",
        "query:ungrouped",
        "query:count",
        "query:sort");
    for (String wrong : List.of("", "%0a", "x".repeat(256), "%cc%81")) {
      Expect.invalid(ann.get("/kpis?q=" + wrong), "query:q");
    }
    Expect.invalid(ann.get("/kpis?owner="), "query:owner");
    Expect.invalid(ann.get("/kpis?q=a&q=a"), "query:q");
  }

  private static List<String> found(User user, String query) {
    return user.get("/kpis?" + query).has(200).path("items.id");
  }
}
