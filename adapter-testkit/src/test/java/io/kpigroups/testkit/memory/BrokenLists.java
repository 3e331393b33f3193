package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with which groups are listed. */
final class BrokenLists {
  private BrokenLists() {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(WhatIsDueIsListedToo.class, "onlyGroupsThatWereDeletedAfterTheTimeAreListed"),
        arguments(TheTimeItselfIsIncluded.class, "onlyGroupsThatWereDeletedAfterTheTimeAreListed"),
        arguments(WhatIsMarkedIsListedToo.class, "aGroupThatAPurgeHasMarkedIsNotListedAnyMore"),
        arguments(DeletedGroupsAreCounted.class, "aDeletedGroupIsAbsentForEveryCall"),
        arguments(AllGroupsAreCounted.class, "onlyTheGroupsOfTheKpiAreCounted"),
        arguments(DeletedGroupsLoseTheirKpis.class, "everySelectionGivesTheGroupsOfTheDomain"),
        arguments(
            OnlyRegisteredKpisAreCounted.class, "theNumberOfKpisFollowsEveryChangeOfTheGroup"));
  }

  static class WhatIsDueIsListedToo extends BrokenStore {
    {
      groups = deletedAfter(groups, asked -> Instant.EPOCH);
    }
  }

  static class TheTimeItselfIsIncluded extends BrokenStore {
    {
      groups = deletedAfter(groups, asked -> asked.minusMillis(1));
    }
  }

  private static GroupStore deletedAfter(GroupStore groups, UnaryOperator<Instant> mistake) {
    return listing(
        groups,
        (sound, viewer, selection, query) -> {
          Optional<Instant> time = selection.deletedAfter().map(mistake);
          return sound.list(
              viewer, new GroupSelection(selection.filter(), time, selection.kpiCount()), query);
        });
  }

  static class WhatIsMarkedIsListedToo extends BrokenStore {
    {
      groups =
          listing(
              groups,
              (sound, viewer, selection, query) -> {
                boolean live = selection.deletedAfter().isEmpty();
                List<ViewedGroup> all =
                    tables.with(
                        viewer,
                        rows ->
                            rows.groups.values().stream()
                                .filter(group -> group.life().isLive() == live)
                                .sorted(Order.comparator(query.order()))
                                .map(group -> rows.viewed(group, viewer.user()))
                                .toList());
                return BrokenStore.cut(all, query);
              });
    }
  }

  static class AllGroupsAreCounted extends BrokenStore {
    {
      groups =
          listing(
              groups,
              (sound, viewer, selection, query) -> {
                Page<ViewedGroup> page = sound.list(viewer, selection, query);
                Page<ViewedGroup> all = sound.list(viewer, GroupSelection.LIVE, query);
                return new Page<>(page.items(), all.total(), page.range(), page.hasNext());
              });
    }
  }

  static class DeletedGroupsAreCounted extends BrokenStore {
    {
      groups =
          listing(
              groups,
              (sound, viewer, selection, query) -> {
                Page<ViewedGroup> page = sound.list(viewer, selection, query);
                long deleted =
                    tables.with(
                        viewer,
                        rows ->
                            rows.groups.values().stream()
                                .filter(group -> !group.life().isLive())
                                .count());
                OptionalLong total =
                    page.total().isEmpty()
                        ? page.total()
                        : OptionalLong.of(page.total().getAsLong() + deleted);
                return new Page<>(page.items(), total, page.range(), page.hasNext());
              });
    }
  }

  static class DeletedGroupsLoseTheirKpis extends BrokenStore {
    {
      groups =
          listing(
              groups,
              (sound, viewer, selection, query) ->
                  sound
                      .list(viewer, selection, query)
                      .map(
                          row ->
                              row.kpiCount().isEmpty() || row.group().life().isLive()
                                  ? row
                                  : row.withKpiCount(0)));
    }
  }

  static class OnlyRegisteredKpisAreCounted extends BrokenStore {
    {
      groups =
          listing(
              groups,
              (sound, viewer, selection, query) ->
                  sound
                      .list(viewer, selection, query)
                      .map(
                          row ->
                              row.withKpiCount(
                                  tables.with(
                                      viewer,
                                      rows ->
                                          rows.membersOf(row.group().id()).keySet().stream()
                                              .filter(rows.kpis::containsKey)
                                              .count()))));
    }
  }

  /** How a broken store lists groups, with a sound one to ask. */
  interface Listing {
    Page<ViewedGroup> list(
        GroupStore sound, Call viewer, GroupSelection selection, ListQuery<GroupField> query);
  }

  static GroupStore listing(GroupStore groups, Listing mistake) {
    return new DelegatingGroups(groups) {
      @Override
      public Page<ViewedGroup> list(
          Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
        return mistake.list(sound, viewer, selection, query);
      }
    };
  }
}
