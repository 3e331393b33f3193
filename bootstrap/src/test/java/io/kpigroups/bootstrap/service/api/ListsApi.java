package io.kpigroups.bootstrap.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Listing groups: pages, order and links. */
public interface ListsApi extends ServiceSuite {
  @Test
  default void anEmptyAccountHasAnEmptyList() {
    Answer list = newUser().get("/kpis/groups").has(200);
    assertThat(list.body()).isEqualTo("{\"count\":0,\"items\":[],\"totalCount\":0}");
  }

  @Test
  default void withoutParametersEveryGroupIsListed() {
    User ann = newUser();
    List<String> ids = newGroups(ann, "b", "a", "c");
    Answer list = ann.get("/kpis/groups");
    assertThat(list.<List<String>>path("items.id")).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(list.<Integer>path("count")).isEqualTo(3);
    assertThat(list.<Integer>path("totalCount")).isEqualTo(3);
    assertThat(list.headerValue("Link"))
        .isEqualTo("</api/v1/kpis/groups?limit=1000>; rel=\"first\"");
  }

  @Test
  default void namesSortWithoutCaseAndAccents() {
    User ann = newUser();
    newGroups(ann, "Zebra", "eb", "Éa", "EC", "apple");
    assertThat(ann.get("/kpis/groups?sort=name").<List<String>>path("items.name"))
        .containsExactly("apple", "Éa", "eb", "EC", "Zebra");
    assertThat(ann.get("/kpis/groups?sort=-name").<List<String>>path("items.name"))
        .containsExactly("Zebra", "EC", "eb", "Éa", "apple");
  }

  @Test
  default void severalSortKeysAreTakenInTurnAndTheIdIsTheLast() {
    User ann = newUser();
    List<String> ids = newGroups(ann, "same", "same", "same");
    assertThat(ann.get("/kpis/groups?sort=name,-id").<List<String>>path("items.id"))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ann.get("/kpis/groups?sort=name").<List<String>>path("items.id")).isSorted();
    assertThat(
            ann.get("/kpis/groups?sort=-dateUpdated,name").<List<String>>path("items.dateUpdated"))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  default void theNextLinksLeadThroughAllPagesUnderEverySort() {
    User ann = newUser();
    List<String> ids = newGroups(ann, "g", "f", "G", "é", "e", "g", "a");
    for (String sort :
        List.of(
            "",
            "&sort=name",
            "&sort=-name",
            "&sort=dateCreated",
            "&sort=-dateUpdated",
            "&sort=-id")) {
      List<String> seen = new ArrayList<>();
      Optional<String> path = Optional.of("/kpis/groups?limit=3" + sort);
      while (path.isPresent()) {
        Answer page = ann.get(path.get()).has(200);
        seen.addAll(page.<List<String>>path("items.id"));
        assertThat(page.<Integer>path("totalCount")).isEqualTo(7);
        path = page.next();
      }
      assertThat(seen).as(sort).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  default void takeMeansLimit() {
    User ann = newUser();
    newGroups(ann, "a", "b", "c");
    assertThat(ann.get("/kpis/groups?take=2").<Integer>path("count")).isEqualTo(2);
  }

  @Test
  default void aPageBehindTheEndIsEmptyAndLeadsNoFurther() {
    User ann = newUser();
    newGroups(ann, "a");
    Answer page = ann.get("/kpis/groups?skip=2147483647").has(200);
    assertThat(page.<Integer>path("count")).isZero();
    assertThat(page.<Integer>path("totalCount")).isEqualTo(1);
    assertThat(page.next()).isEmpty();
  }

  @Test
  default void aLimitAboveThePageMaximumIsLoweredAndTheLinkSaysSo() {
    User ann = newUser();
    for (String limit : List.of("1001", "99999999999", "1" + "0".repeat(40))) {
      assertThat(ann.get("/kpis/groups?limit=" + limit).has(200).headerValue("Link"))
          .contains("limit=1000>");
    }
  }

  @Test
  default void everyWrongParameterIsNamed() {
    User ann = newUser();
    Expect.invalid(
        ann.get("/kpis/groups?skip=-1&limit=0&sort=size&filter2=x"),
        "query:skip",
        "query:limit",
        "query:sort",
        "query:filter2");
    Expect.invalid(ann.get("/kpis/groups?limit=1&take=1"), "query:take");
    Expect.invalid(ann.get("/kpis/groups?limit=1&limit=2"), "query:limit");
    Expect.invalid(ann.get("/kpis/groups?skip=2147483648"), "query:skip");
    for (String wrong : List.of("skip=", "skip=1.0", "skip=x", "limit=-1", "limit=+1", "take=0")) {
      Expect.invalid(ann.get("/kpis/groups?" + wrong), "query:" + wrong.split("=")[0]);
    }
    for (String wrong : List.of("", "name,", "Name", "-", "name,-name", "--id")) {
      Expect.invalid(ann.get("/kpis/groups?sort=" + wrong), "query:sort");
    }
  }

  private static List<String> newGroups(User user, String... names) {
    return java.util.Arrays.stream(names).map(user::newGroup).toList();
  }
}
