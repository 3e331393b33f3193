package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mistakes that authors of a store make with pages behind a place. */
final class BrokenWalks {
  private BrokenWalks() {}

  static class OnlyTheRestIsCounted extends BrokenStore {
    {
      groups =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) -> {
                Page<ViewedGroup> page = sound.list(viewer, selection, query);
                long rest = BrokenCursors.behind(sound, viewer, selection, query);
                OptionalLong total = query.count() ? OptionalLong.of(rest) : OptionalLong.empty();
                return new Page<>(page.items(), total, page.range(), page.hasNext());
              });
    }
  }

  static class AFullPageHasANext extends BrokenStore {
    {
      groups =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) -> {
                Page<ViewedGroup> page = sound.list(viewer, selection, query);
                boolean full = page.items().size() == query.range().limit();
                return new Page<>(page.items(), page.total(), page.range(), full);
              });
    }
  }

  static class NextIsReckonedFromSkip extends BrokenStore {
    {
      groups =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) -> {
                Page<ViewedGroup> page = sound.list(viewer, selection, query);
                int end = page.range().skip() + page.items().size();
                boolean more = !page.items().isEmpty() && end < page.total().orElse(0);
                return query.count()
                    ? new Page<>(page.items(), page.total(), page.range(), more)
                    : page;
              });
    }
  }

  static class TheFilterIsForgotten extends BrokenStore {
    {
      groups =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) ->
                  sound.list(
                      viewer, query.after().isPresent() ? GroupSelection.LIVE : selection, query));
    }
  }

  static class ARenamedGroupIsAwayForAWhile extends BrokenStore {
    private final Set<FieldValue> away = ConcurrentHashMap.newKeySet();

    {
      GroupStore listing =
          BrokenLists.listing(
              groups,
              (sound, viewer, selection, query) ->
                  sound.list(
                      viewer,
                      selection.with(new NoneOf(FilterField.ID, List.copyOf(away))),
                      query));
      groups =
          new DelegatingGroups(listing) {
            @Override
            public ViewedGroup rename(
                Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
              FieldValue value = new Text(id.value());
              if (!away.remove(value)) {
                away.add(value);
              }
              return sound.rename(by, id, name, at, expected);
            }
          };
    }
  }

  static class NamelessMembersAreBehindNothing extends BrokenStore {
    {
      memberships =
          BrokenMembers.listing(
              memberships,
              (sound, viewer, group, query) -> {
                Page<Member> page = sound.list(viewer, group, query);
                List<Member> named =
                    page.items().stream().filter(member -> member.name().isPresent()).toList();
                return query.after().isPresent() && query.order().get(0).field() == MemberField.NAME
                    ? new Page<>(named, page.total(), page.range(), page.hasNext())
                    : page;
              });
    }
  }
}
