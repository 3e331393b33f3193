package io.kpigroups.testkit;

import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupField;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.Order;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.UserId;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Mistakes that authors of a store make with groups. */
final class BrokenGroups {
  private BrokenGroups() {}

  static class FindIgnoresTheAccount extends BrokenStore {
    private final Map<KpiGroupId, Actor> makers = new ConcurrentHashMap<>();

    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit) {
              ViewedGroup made = sound.create(by, name, at, limit);
              makers.put(made.group().id(), by);
              return made;
            }

            @Override
            public Optional<ViewedGroup> find(Actor viewer, KpiGroupId id) {
              Actor maker = makers.getOrDefault(id, viewer);
              return sound.find(viewer, id).or(() -> sound.find(maker, id));
            }
          };
    }
  }

  static class RenameLoadsThenSaves extends BrokenStore {
    /** Makes the gap between loading and saving so wide that the other writer is in it too. */
    private final CyclicBarrier bothHaveLoaded = new CyclicBarrier(2);

    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup rename(
                Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
              ViewedGroup loaded = sound.find(by, id).orElseThrow(GroupNotFound::new);
              if (!expected.allows(loaded.group().revision())) {
                throw new StaleRevision();
              }
              awaitTheOther();
              return sound.rename(by, id, name, at, RevisionMatch.unconditional());
            }
          };
    }

    private void awaitTheOther() {
      try {
        bothHaveLoaded.await(Race.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (BrokenBarrierException | TimeoutException | InterruptedException e) {
        throw new IllegalStateException("There was no other writer.", e);
      }
    }
  }

  static class RenameIgnoresAnEmptySetOfRevisions extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup rename(
                Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
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
            public void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
              UserId maker =
                  sound.find(by, id).map(v -> v.group().created().by()).orElse(by.user());
              sound.delete(Actor.of(by.account(), maker, Set.of()), id, at, expected);
            }
          };
    }
  }

  static class TimesAreCutToSeconds extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit) {
              return sound.create(by, name, at.truncatedTo(ChronoUnit.SECONDS), limit);
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
      public Page<ViewedGroup> list(Actor viewer, GroupQuery query) {
        if (!query.order().get(0).equals(Order.ascending(GroupField.NAME))) {
          return sound.list(viewer, query);
        }
        List<ViewedGroup> all = everything(this.sound, viewer);
        all.sort(byName);
        return page(all, query.range());
      }
    };
  }

  static class TiesAreLeftToChance extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public Page<ViewedGroup> list(Actor viewer, GroupQuery query) {
              List<ViewedGroup> all = everything(sound, viewer);
              Collections.shuffle(all);
              GroupField first = query.order().get(0).field();
              all.sort(Comparator.comparing(ViewedGroup::group, first.comparator()));
              return page(all, query.range());
            }
          };
    }
  }

  private static List<ViewedGroup> everything(GroupStore sound, Actor viewer) {
    PageRange all = PageRange.first(Integer.MAX_VALUE);
    return new ArrayList<>(sound.list(viewer, GroupQuery.of(all)).items());
  }

  private static Page<ViewedGroup> page(List<ViewedGroup> all, PageRange range) {
    List<ViewedGroup> items = all.stream().skip(range.skip()).limit(range.limit()).toList();
    return new Page<>(items, all.size(), range);
  }
}
