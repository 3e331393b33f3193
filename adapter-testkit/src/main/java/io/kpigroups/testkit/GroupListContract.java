package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupField;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Order;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link io.kpigroups.application.port.out.GroupStore#list} promises. */
public interface GroupListContract extends StorageFixture {

  @Test
  default void anEmptyAccountListsNothing() {
    Page<ViewedGroup> page = list(annInNewAccount(), 0, 10);
    assertThat(page.items()).isEmpty();
    assertThat(page.totalCount()).isZero();
  }

  @Test
  default void aListCountsAllAndMarksTheFavoritesOfItsViewer() {
    Actor ann = annInNewAccount();
    KpiGroupId watched = newGroupId(ann);
    newGroupId(ann);
    storage().groups().delete(ann, newGroupId(ann), NOON, RevisionMatch.any());
    storage().favorites().add(ann, watched, NO_LIMIT);
    Page<ViewedGroup> page = list(ann, 0, 1);
    assertThat(page.items()).hasSize(1);
    assertThat(page.totalCount()).isEqualTo(2);
    assertThat(page.range()).isEqualTo(new PageRange(0, 1));
    assertThat(allGroups(ann))
        .filteredOn(ViewedGroup::favorite)
        .extracting(v -> v.group().id())
        .containsExactly(watched);
    assertThat(allGroups(colleague(ann, "bob"))).noneMatch(ViewedGroup::favorite);
  }

  @Test
  default void aPageBehindTheLastRowIsEmptyAndStillCounts() {
    Actor ann = annInNewAccount();
    newGroupId(ann);
    for (int skip : new int[] {1, 2, Integer.MAX_VALUE}) {
      Page<ViewedGroup> page = list(ann, skip, 10);
      assertThat(page.items()).isEmpty();
      assertThat(page.totalCount()).isEqualTo(1);
    }
    assertThat(list(ann, 0, Integer.MAX_VALUE).items()).hasSize(1);
  }

  @Test
  default void namesSortWithoutCaseAndAccentsByCodePoint() {
    Actor ann = annInNewAccount();
    List<String> sorted =
        List.of("10", "9", "Apple", "Éa", "eB", "ÉC", "Straße", "strasse-2", "z", "я", "業績", "😀");
    new ArrayList<>(sorted)
        .stream()
            .sorted(Comparator.comparing(String::hashCode))
            .forEach(name -> newGroup(ann, name));
    GroupQuery byName = query(Order.ascending(GroupField.NAME));
    assertThat(names(storage().groups().list(ann, byName).items())).isEqualTo(sorted);
  }

  @Test
  default void walkingThePagesUnderEverySortRepeatsAndMissesNothing() {
    Actor ann = annInNewAccount();
    List<KpiGroup> groups = givenManyAlike(ann);
    for (List<Order<GroupField>> order : orders().toList()) {
      GroupQuery query = new GroupQuery(order, PageRange.first(3));
      List<KpiGroup> walked = new ArrayList<>();
      Page<ViewedGroup> page = storage().groups().list(ann, query);
      while (!page.items().isEmpty()) {
        page.items().forEach(viewed -> walked.add(viewed.group()));
        page = storage().groups().list(ann, query.withRange(new PageRange(walked.size(), 3)));
      }
      assertThat(walked)
          .as("%s", order)
          .isEqualTo(groups.stream().sorted(query.comparator()).toList());
    }
  }

  /** Groups many of which share their name and their dates. */
  private List<KpiGroup> givenManyAlike(Actor ann) {
    List<KpiGroup> groups = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      KpiGroupName name = new KpiGroupName(List.of("Alike", "alike", "Älike", "other").get(i % 4));
      KpiGroup made =
          storage().groups().create(ann, name, NOON.plusMillis(i % 2), NO_LIMIT).group();
      groups.add(
          i % 3 > 0
              ? made
              : storage()
                  .groups()
                  .rename(
                      ann,
                      made.id(),
                      new KpiGroupName("Renamed"),
                      NOON.plusMillis(5 - i % 2),
                      RevisionMatch.any())
                  .group());
    }
    return groups;
  }

  /** No order, every field in both directions, and every pair of them. */
  private static Stream<List<Order<GroupField>>> orders() {
    List<Order<GroupField>> singles =
        Stream.of(GroupField.values())
            .flatMap(field -> Stream.of(Order.ascending(field), Order.descending(field)))
            .toList();
    Stream<List<Order<GroupField>>> pairs =
        singles.stream()
            .flatMap(
                one ->
                    singles.stream()
                        .filter(other -> other.field() != one.field())
                        .map(other -> List.of(one, other)));
    return Stream.of(Stream.of(List.<Order<GroupField>>of()), singles.stream().map(List::of), pairs)
        .flatMap(s -> s);
  }

  private Page<ViewedGroup> list(Actor actor, int skip, int limit) {
    return storage().groups().list(actor, GroupQuery.of(new PageRange(skip, limit)));
  }

  private static GroupQuery query(Order<GroupField> order) {
    return new GroupQuery(List.of(order), PageRange.first(100));
  }

  private static List<String> names(List<ViewedGroup> groups) {
    return groups.stream().map(viewed -> viewed.group().name().value()).toList();
  }
}
