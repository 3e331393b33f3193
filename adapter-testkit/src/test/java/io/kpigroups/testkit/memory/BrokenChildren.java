package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.TestLimits;
import io.kpigroups.testkit.fixture.TestTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mistakes that authors of a store make with what belongs to groups. */
final class BrokenChildren {
  private static final AccountRules NO_LIMIT =
      TestLimits.members(KnownKpis.REGISTERED, Scene.PLENTY);

  private BrokenChildren() {}

  static class ARepeatedAddCountsAgainstTheLimit extends BrokenStore {
    private final Map<KpiGroupId, Integer> adds = new ConcurrentHashMap<>();

    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              sound.add(by, group, kpi, at, NO_LIMIT);
              int limit = rules.limits().kpisPerGroup();
              if (adds.merge(group, 1, Integer::sum) > limit) {
                throw LimitReached.members(limit, limit, limit + 1L, OptionalLong.empty());
              }
            }
          };
    }
  }

  static class ARepeatedAddTakesTheMembershipOver extends BrokenStore {
    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              sound.add(by, group, kpi, at, rules);
              sound.remove(by, group, kpi, at, rules);
              sound.add(by, group, kpi, at, rules);
            }
          };
    }
  }

  static class AnUnknownKpiIsToldBeforeAnAbsentGroup extends BrokenStore {
    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              if (rules.knownKpis() == KnownKpis.REGISTERED && kpis.find(by, kpi).isEmpty()) {
                throw new KpiNotFound(kpi.value());
              }
              sound.add(by, group, kpi, at, rules);
            }
          };
    }
  }

  /** Looks first and writes later, as a store whose write has no condition. */
  static class TheRoomInAGroupIsLookedAtBeforeTheWrite extends BrokenStore {
    private final Gate everybodyHasLooked = new Gate(24);

    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              tables.with(by, rows -> rows.groupMembers(group).add(kpi, by.stamp(at), rules));
              everybodyHasLooked.await();
              tables.with(by, rows -> rows.membersOf(group).put(kpi, by.stamp(at)));
            }
          };
    }
  }

  static class TheFavoritesOfAUserAreCountedBeforeTheWrite extends BrokenStore {
    private final Gate everybodyHasCounted = new Gate(16);

    {
      favorites =
          new DelegatingFavorites(favorites) {
            @Override
            public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
              tables.with(
                  user,
                  rows ->
                      rows.favorites(user.user()).add(rows.group(group), user.stamp(at), limits));
              everybodyHasCounted.await();
              tables.with(user, rows -> rows.favoritesOf(user.user()).add(group));
            }
          };
    }
  }

  /** Keeps members as a list, and looks at the last of them only. */
  static class AMemberIsComparedWithTheLastOnly extends BrokenStore {
    private final Map<KpiGroupId, List<KpiId>> lists = new ConcurrentHashMap<>();

    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              sound.add(by, group, kpi, at, rules);
              List<KpiId> list = lists.computeIfAbsent(group, absent -> new ArrayList<>());
              if (list.isEmpty() || !list.get(list.size() - 1).equals(kpi)) {
                list.add(kpi);
              }
            }
          };
    }

    @Override
    public long storedRows(AccountId account) {
      return super.storedRows(account)
          + lists.values().stream().mapToLong(list -> list.size() - distinct(list)).sum();
    }

    private static long distinct(List<KpiId> list) {
      return list.stream().distinct().count();
    }
  }

  static class ADeletedGroupTakesKpis extends BrokenStore {
    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              boolean isDeleted = tables.with(by, rows -> rows.deletion(group).isPresent());
              if (isDeleted) {
                tables.with(by, rows -> rows.membersOf(group).put(kpi, by.stamp(at)));
              } else {
                sound.add(by, group, kpi, at, rules);
              }
            }
          };
    }
  }

  static class FavoritesAreSharedByAllUsers extends BrokenStore {
    {
      favorites =
          new DelegatingFavorites(favorites) {
            @Override
            public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
              for (String everybody : List.of("ann", "bob")) {
                Actor one = Actor.of(user.account(), new UserId(everybody), Set.of());
                sound.add(new Call(one, user.deadline()), group, at, limits);
              }
            }
          };
    }
  }

  static class TheDeadlineIsIgnored extends BrokenStore {
    {
      favorites =
          new DelegatingFavorites(favorites) {
            @Override
            public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
              sound.add(new Call(user.actor(), TestTime.ample()), group, at, limits);
            }
          };
    }
  }
}
