package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiBatch.Result;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with restores. */
final class BrokenRestores {
  private BrokenRestores() {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(ARestoreDropsFavorites.class, "aRestoredGroupIsAsItWasForEverybody"),
        arguments(ARestoreRaisesTheRevision.class, "aRestoredGroupIsAsItWasForEverybody"),
        arguments(
            EveryDeletedGroupComesBack.class, "whatWasDeletedAtTheTimeOrBeforeCannotBeRestored"),
        arguments(AnAccountIsNeverFull.class, "aGroupIsNotRestoredIntoAnAccountThatIsFull"),
        arguments(
            WhatIsPurgedComesBack.class, "aGroupThatAPurgeHasMarkedOrRemovedCannotBeRestored"),
        arguments(
            TheLifeIsLookedAtBeforeTheWrite.class,
            "aGroupThatIsRestoredWhileItIsPurgedIsWholeOrGone"),
        arguments(
            ABatchIsWrittenUnderADeletedGroup.class,
            "aBatchThatMeetsADeleteIsInTheRestoredGroupWholeOrNotAtAll"));
  }

  static class ARestoreDropsFavorites extends BrokenStore {
    {
      groups =
          restoring(
              groups,
              (sound, by, id, at, after, limits) -> {
                tables.with(
                    by,
                    rows -> {
                      rows.favorites.values().forEach(of -> of.remove(id));
                      return rows;
                    });
                return sound.restore(by, id, at, after, limits);
              });
    }
  }

  static class ARestoreRaisesTheRevision extends BrokenStore {
    {
      groups =
          restoring(
              groups,
              (sound, by, id, at, after, limits) -> {
                KpiGroup group = sound.restore(by, id, at, after, limits).group();
                tables.with(by, rows -> rows.groups.put(id, live(group, group.revision().next())));
                return sound.find(by, id).orElseThrow();
              });
    }
  }

  static class EveryDeletedGroupComesBack extends BrokenStore {
    {
      groups =
          restoring(
              groups,
              (sound, by, id, at, after, limits) ->
                  sound.restore(by, id, at, Instant.EPOCH, limits));
    }
  }

  static class AnAccountIsNeverFull extends BrokenStore {
    {
      groups =
          restoring(
              groups,
              (sound, by, id, at, after, limits) ->
                  sound.restore(by, id, at, after, AccountLimits.DEFAULT));
    }
  }

  static class WhatIsPurgedComesBack extends BrokenStore {
    {
      groups =
          restoring(
              groups,
              (sound, by, id, at, after, limits) -> {
                tables.with(
                    by,
                    rows ->
                        rows.groups.computeIfPresent(id, (same, it) -> live(it, it.revision())));
                return sound.find(by, id).orElseThrow(GroupNotFound::new);
              });
    }
  }

  static class TheLifeIsLookedAtBeforeTheWrite extends BrokenStore {
    private final Gate bothAreThere = new Gate(2);

    {
      groups =
          restoring(
              groups,
              (sound, by, id, at, after, limits) -> {
                KpiGroup seen = tables.with(by, rows -> rows.group(id).orElseThrow());
                bothAreThere.await();
                bothAreThere.await();
                tables.with(by, rows -> rows.groups.put(id, live(seen, seen.revision())));
                return sound.find(by, id).orElseThrow();
              });
      deletedGroups =
          new BrokenPurges.DelegatingPurge(deletedGroups) {
            @Override
            public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
              bothAreThere.await();
              return super.claim(deletedBy, most, deadline);
            }

            @Override
            public Removal remove(Claim claim, Deadline deadline) {
              Removal removal = super.remove(claim, deadline);
              bothAreThere.await();
              return removal;
            }
          };
    }
  }

  static class ABatchIsWrittenUnderADeletedGroup extends BrokenStore {
    private final Gate theGroupIsDeleted = new Gate(2);

    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
              sound.delete(by, id, at, expected);
              theGroupIsDeleted.await();
            }
          };
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public Result change(
                Call by, KpiGroupId id, KpiBatch batch, Instant at, AccountRules rules) {
              theGroupIsDeleted.await();
              tables.with(
                  by,
                  rows -> {
                    batch.add().forEach(kpi -> rows.membersOf(id).put(kpi, by.stamp(at)));
                    return rows;
                  });
              return sound.change(by, id, batch, at, rules);
            }
          };
    }
  }

  private static KpiGroup live(KpiGroup group, Revision revision) {
    return new KpiGroup(
        group.account(), group.id(), group.name(), group.created(), group.modified(), revision);
  }

  private interface Restoring {
    ViewedGroup restore(
        GroupStore sound,
        Call by,
        KpiGroupId id,
        Instant at,
        Instant deletedAfter,
        AccountLimits limits);
  }

  private static GroupStore restoring(GroupStore groups, Restoring mistake) {
    return new DelegatingGroups(groups) {
      @Override
      public ViewedGroup restore(
          Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
        return mistake.restore(sound, by, id, at, deletedAfter, limits);
      }
    };
  }
}
