package io.kpigroups.testkit;

import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Mistakes that authors of a store make with what belongs to groups. */
final class BrokenChildren {
  private BrokenChildren() {}

  static class ARepeatedAddCountsAgainstTheLimit extends BrokenStore {
    private final Map<KpiGroupId, Integer> adds = new ConcurrentHashMap<>();

    {
      MembershipStore sound = memberships;
      memberships =
          new MembershipStore() {
            @Override
            public void add(
                Actor by, KpiGroupId group, KpiId kpi, Instant at, KnownKpis known, int limit) {
              sound.add(by, group, kpi, at, known, Scene.PLENTY);
              if (adds.merge(group, 1, Integer::sum) > limit) {
                throw LimitReached.members(limit);
              }
            }

            @Override
            public void remove(Actor by, KpiGroupId group, KpiId kpi, KnownKpis known) {
              sound.remove(by, group, kpi, known);
            }
          };
    }
  }

  static class ARepeatedAddTakesTheMembershipOver extends BrokenStore {
    {
      MembershipStore sound = memberships;
      memberships =
          new MembershipStore() {
            @Override
            public void add(
                Actor by, KpiGroupId group, KpiId kpi, Instant at, KnownKpis known, int limit) {
              sound.add(by, group, kpi, at, known, limit);
              sound.remove(by, group, kpi, known);
              sound.add(by, group, kpi, at, known, limit);
            }

            @Override
            public void remove(Actor by, KpiGroupId group, KpiId kpi, KnownKpis known) {
              sound.remove(by, group, kpi, known);
            }
          };
    }
  }

  static class FavoritesAreSharedByAllUsers extends BrokenStore {
    {
      FavoriteStore sound = favorites;
      favorites =
          new FavoriteStore() {
            @Override
            public void add(Actor user, KpiGroupId group, int limit) {
              for (String everybody : List.of("ann", "bob")) {
                UserId one = new UserId(everybody);
                sound.add(Actor.of(user.account(), one, Set.of()), group, limit);
              }
            }

            @Override
            public void remove(Actor user, KpiGroupId group) {
              sound.remove(user, group);
            }
          };
    }
  }

  static class TheDeadlineIsIgnored extends BrokenStore {
    {
      FavoriteStore sound = favorites;
      favorites =
          new FavoriteStore() {
            @Override
            public void add(Actor user, KpiGroupId group, int limit) {
              inAThreadWithoutDeadline(() -> sound.add(user, group, limit));
            }

            @Override
            public void remove(Actor user, KpiGroupId group) {
              sound.remove(user, group);
            }
          };
    }

    private static void inAThreadWithoutDeadline(Runnable work) {
      try {
        CompletableFuture.runAsync(work).join();
      } catch (CompletionException e) {
        throw (RuntimeException) e.getCause();
      }
    }
  }

  static class EveryEntryIsNew extends BrokenStore {
    {
      KpiStore sound = kpis;
      kpis =
          new KpiStore() {
            @Override
            public Page<Kpi> list(Actor viewer, KpiQuery query) {
              return sound.list(viewer, query);
            }

            @Override
            public Optional<Kpi> find(Actor viewer, KpiId id) {
              return sound.find(viewer, id);
            }

            @Override
            public Entry put(Actor by, Kpi kpi, KpiCondition expected) {
              sound.put(by, kpi, expected);
              return Entry.NEW;
            }

            @Override
            public void remove(Actor by, KpiId id, KpiCondition expected) {
              sound.remove(by, id, expected);
            }
          };
    }
  }
}
