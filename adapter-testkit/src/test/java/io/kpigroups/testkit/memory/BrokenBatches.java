package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiBatch.Result;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.TestLimits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make with batches. */
final class BrokenBatches {
  private static final AccountRules NO_LIMIT = TestLimits.members(KnownKpis.ANY, Scene.PLENTY);

  private BrokenBatches() {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(ABatchIsAppliedOneByOne.class, "everyUnknownKpiIsNamedAndNothingIsChanged"),
        arguments(ABatchIsAppliedOneByOne.class, "aBatchFillsAGroupToItsLimitAndNotBeyond"),
        arguments(
            KpisAreTakenOutAfterOthersCame.class,
            "kpisThatAreTakenOutMakeRoomForThoseOfTheSameBatch"),
        arguments(
            ABatchTakesMembershipsOver.class,
            "membersThatStayKeepWhoAddedThemAndNewOnesHaveTheUserOfTheBatch"),
        arguments(EveryKpiCountsAsAChange.class, "whatIsAsItShouldBeAlreadyIsUnchanged"),
        arguments(
            TheRoomIsLookedAtBeforeTheWrite.class,
            "batchesAtOnceKeepTheLimitExactlyAndLoseNothing"),
        arguments(TheLastBatchWins.class, "twoMixedBatchesAtOnceEndAsOneAfterTheOther"),
        arguments(AHalfOfABatchIsSeen.class, "whoeverLooksSeesAGroupBeforeOrAfterABatch"));
  }

  static class ABatchIsAppliedOneByOne extends BrokenStore {
    {
      memberships =
          changing(
              memberships,
              (sound, by, group, batch, at, rules) -> {
                batch.add().forEach(kpi -> sound.add(by, group, kpi, at, rules));
                return sound.change(by, group, batch, at, rules);
              });
    }
  }

  static class KpisAreTakenOutAfterOthersCame extends BrokenStore {
    {
      memberships =
          changing(
              memberships,
              (sound, by, group, batch, at, rules) -> {
                KpiBatch adds = new KpiBatch(batch.add(), List.of());
                KpiBatch removes = new KpiBatch(List.of(), batch.remove());
                Result added = sound.change(by, group, adds, at, rules);
                Result removed = sound.change(by, group, removes, at, rules);
                return new Result(
                    added.added(), removed.removed(), added.unchanged() + removed.unchanged());
              });
    }
  }

  static class ABatchTakesMembershipsOver extends BrokenStore {
    {
      memberships =
          changing(
              memberships,
              (sound, by, group, batch, at, rules) -> {
                Result result = sound.change(by, group, batch, at, rules);
                tables.with(
                    by,
                    rows -> {
                      batch.add().forEach(kpi -> rows.membersOf(group).put(kpi, by.stamp(at)));
                      return rows;
                    });
                return result;
              });
    }
  }

  static class EveryKpiCountsAsAChange extends BrokenStore {
    {
      memberships =
          changing(
              memberships,
              (sound, by, group, batch, at, rules) -> {
                sound.change(by, group, batch, at, rules);
                return new Result(batch.add().size(), batch.remove().size(), 0);
              });
    }
  }

  static class TheRoomIsLookedAtBeforeTheWrite extends BrokenStore {
    private final Gate everybodyHasLooked = new Gate(32);

    {
      memberships =
          changing(
              memberships,
              (sound, by, group, batch, at, rules) -> {
                tables.with(
                    by, rows -> rows.groupMembers(group).change(batch, by.stamp(at), rules));
                everybodyHasLooked.await();
                return sound.change(by, group, batch, at, NO_LIMIT);
              });
    }
  }

  static class TheLastBatchWins extends BrokenStore {
    private final Gate bothHaveLooked = new Gate(2);

    {
      memberships =
          changing(
              memberships,
              (sound, by, group, batch, at, rules) -> {
                if (batch.add().size() == batch.remove().size()) { // the start of a round
                  return sound.change(by, group, batch, at, rules);
                }
                Map<KpiId, Stamp> seen =
                    tables.with(by, rows -> new HashMap<>(rows.membersOf(group)));
                bothHaveLooked.await();
                return tables.with(
                    by,
                    rows -> {
                      rows.members.put(group, seen);
                      return sound.change(by, group, batch, at, rules);
                    });
              });
    }
  }

  static class AHalfOfABatchIsSeen extends BrokenStore {
    private final Gate inTheMiddle = new Gate(2);

    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public Result change(
                Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
              boolean races = !batch.remove().isEmpty();
              KpiBatch removes = new KpiBatch(List.of(), batch.remove());
              Result removed = sound.change(by, group, removes, at, rules);
              if (races) {
                inTheMiddle.await();
                inTheMiddle.await();
              }
              KpiBatch adds = new KpiBatch(batch.add(), List.of());
              Result added = sound.change(by, group, adds, at, rules);
              return new Result(added.added(), removed.removed(), 0);
            }

            @Override
            public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
              inTheMiddle.await();
              Page<Member> seen = sound.list(viewer, group, query);
              inTheMiddle.await();
              return seen;
            }
          };
    }
  }

  private interface Changing {
    Result change(
        MembershipStore sound,
        Call by,
        KpiGroupId group,
        KpiBatch batch,
        Instant at,
        AccountRules rules);
  }

  private static MembershipStore changing(MembershipStore memberships, Changing mistake) {
    return new DelegatingMemberships(memberships) {
      @Override
      public Result change(
          Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
        return mistake.change(sound, by, group, batch, at, rules);
      }
    };
  }
}
