package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mistakes that authors of a store make with groups. */
final class BrokenGroups {
  private BrokenGroups() {}

  static class FindIgnoresTheAccount extends BrokenStore {
    private final Map<KpiGroupId, Call> makers = new ConcurrentHashMap<>();

    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup create(
                Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
              ViewedGroup made = sound.create(by, id, name, at, limits);
              makers.put(made.group().id(), by);
              return made;
            }

            @Override
            public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
              Call maker = makers.getOrDefault(id, viewer);
              return sound.find(viewer, id).or(() -> sound.find(maker, id));
            }
          };
    }
  }

  static class RenameLoadsThenSaves extends BrokenStore {
    private final Gate bothHaveLoaded = new Gate(2);

    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup rename(
                Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
              ViewedGroup loaded = sound.find(by, id).orElseThrow(GroupNotFound::new);
              if (!expected.allows(loaded.group().revision())) {
                throw new StaleRevision();
              }
              bothHaveLoaded.await();
              return sound.rename(by, id, name, at, RevisionMatch.unconditional());
            }
          };
    }
  }

  static class RenameIgnoresAnEmptySetOfRevisions extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup rename(
                Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
              boolean none = expected.revisions().filter(set -> !set.isEmpty()).isEmpty();
              return sound.rename(by, id, name, at, none ? RevisionMatch.any() : expected);
            }
          };
    }
  }

  static class ADeletionIsStampedWithTheMaker extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
              UserId maker =
                  sound.find(by, id).map(v -> v.group().created().by()).orElse(by.user());
              Actor other = Actor.of(by.account(), maker, Set.of());
              sound.delete(new Call(other, by.deadline()), id, at, expected);
            }
          };
    }
  }

  static class TimesAreCutToSeconds extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup create(
                Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
              return sound.create(by, id, name, at.truncatedTo(ChronoUnit.SECONDS), limits);
            }
          };
    }
  }

  static class NamesSortAsTheyAreWritten extends BrokenStore {
    {
      groups = sorting(groups, Comparator.comparing(v -> v.group().name().value()));
    }
  }

  static class NamesSortByUtf16 extends BrokenStore {
    {
      groups = sorting(groups, Comparator.comparing(v -> v.group().name().key().value()));
    }
  }

  /** Breaks the ascending sort by name only. */
  private static DelegatingGroups sorting(GroupStore sound, Comparator<ViewedGroup> byName) {
    return new DelegatingGroups(sound) {
      @Override
      public Page<ViewedGroup> list(
          Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
        if (!query.order().get(0).equals(Order.ascending(GroupField.NAME))) {
          return sound.list(viewer, selection, query);
        }
        List<ViewedGroup> all = everything(this.sound, viewer, selection);
        all.sort(byName);
        return BrokenStore.cut(all, query);
      }
    };
  }

  static class TiesAreLeftToChance extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public Page<ViewedGroup> list(
                Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
              List<ViewedGroup> all = everything(sound, viewer, selection);
              Collections.shuffle(all);
              GroupField first = query.order().get(0).field();
              all.sort(Comparator.comparing(ViewedGroup::group, first.comparator()));
              return cut(all, query);
            }
          };
    }
  }

  private static List<ViewedGroup> everything(
      GroupStore sound, Call viewer, GroupSelection selection) {
    PageRange all = PageRange.first(Integer.MAX_VALUE);
    return new ArrayList<>(sound.list(viewer, selection, ListQuery.groups(all)).items());
  }
}
