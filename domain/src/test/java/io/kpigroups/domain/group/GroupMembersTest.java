package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GroupMembersTest {
  private static final KpiId K1 = new KpiId("k1");
  private static final KpiId K2 = new KpiId("k2");
  private static final KpiId K3 = new KpiId("k3");
  private static final KpiId GONE = new KpiId("gone");
  private static final KpiId UNKNOWN = new KpiId("unknown");
  private static final Stamp STAMP = new Stamp(BOB, NOON);

  private final KpiGroup group = Samples.group(ACCOUNT);

  /** In it are k1 and one that is not in the register any more. */
  private final GroupMembers members = of(ACCOUNT, Optional.of(group));

  @Test
  void aKnownKpiThatIsNotInTheGroupIsAdded() {
    Decision<KpiGroup> decision = members.add(K2, STAMP, rules(KnownKpis.REGISTERED, 3));

    assertThat(decision.state()).isSameAs(group);
    assertThat(decision.changes())
        .containsExactly(new Change.KpisAdded(group.id(), List.of(K2), STAMP));
  }

  @Test
  void aMemberThatIsAddedAgainChangesNothingAlsoInAFullGroup() {
    for (int limit : new int[] {1, 2, 3}) {
      assertThat(members.add(K1, STAMP, rules(KnownKpis.REGISTERED, limit)).isChange()).isFalse();
      assertThat(members.add(GONE, STAMP, rules(KnownKpis.ANY, limit)).isChange()).isFalse();
    }
  }

  @Test
  void whereKpisMustBeRegisteredAnUnknownOneIsToldBeforeTheLimit() {
    for (int limit : new int[] {1, 3}) {
      AccountRules rules = rules(KnownKpis.REGISTERED, limit);
      assertUnknown(UNKNOWN, () -> members.add(UNKNOWN, STAMP, rules));
      assertUnknown(GONE, () -> members.add(GONE, STAMP, rules));
    }
    assertThat(members.add(UNKNOWN, STAMP, rules(KnownKpis.ANY, 3)).isChange()).isTrue();
  }

  @Test
  void aFullGroupTakesNoMoreAndSaysHowManyOfItsKpisAreUnregistered() {
    for (int limit : new int[] {1, 2}) {
      assertThatThrownBy(() -> members.add(K2, STAMP, rules(KnownKpis.REGISTERED, limit)))
          .isInstanceOf(LimitReached.class)
          .hasMessageContaining("limit of " + limit + " KPIs; of these, 1 are no longer");
      assertThatThrownBy(() -> members.add(K2, STAMP, rules(KnownKpis.ANY, limit)))
          .isInstanceOf(LimitReached.class)
          .hasMessage("The group has reached its limit of " + limit + " KPIs.");
    }
  }

  @Test
  void aMemberIsRemovedAlsoWhereTheKpiItselfIsGone() {
    for (KpiId kpi : new KpiId[] {K1, GONE}) {
      Decision<KpiGroup> decision = members.remove(kpi, STAMP, rules(KnownKpis.REGISTERED, 1));
      assertThat(decision.changes())
          .containsExactly(new Change.KpisRemoved(group.id(), List.of(kpi), STAMP));
      assertThat(decision.state()).isSameAs(group);
    }
  }

  @Test
  void whatIsNoMemberIsRemovedWithoutAChangeIfItIsKnown() {
    assertThat(members.remove(K3, STAMP, rules(KnownKpis.REGISTERED, 1)).isChange()).isFalse();
    assertThat(members.remove(UNKNOWN, STAMP, rules(KnownKpis.ANY, 1)).isChange()).isFalse();
    assertUnknown(UNKNOWN, () -> members.remove(UNKNOWN, STAMP, rules(KnownKpis.REGISTERED, 1)));
  }

  @Test
  void aGroupThatIsNotThereHasNoMembers() {
    KpiGroup deleted = group.delete(STAMP, RevisionMatch.any()).state();

    assertThatThrownBy(() -> of(ACCOUNT, Optional.empty())).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> of(ACCOUNT, Optional.of(deleted))).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> of(OTHER_ACCOUNT, Optional.of(group)))
        .isInstanceOf(GroupNotFound.class);
  }

  private static void assertUnknown(KpiId kpi, Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(": " + kpi.value() + ".");
  }

  private static Set<KpiId> both(Set<KpiId> some, Set<KpiId> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private static AccountRules rules(KnownKpis known, int limit) {
    return new AccountRules(new AccountLimits(1, 1, limit, 1), known);
  }

  private static GroupMembers of(AccountId account, Optional<KpiGroup> found) {
    Set<KpiId> registered = Set.of(K1, K2, K3);
    Set<KpiId> inside = Set.of(K1, GONE);
    return GroupMembers.of(
        account,
        found,
        new GroupMembers.Facts() {
          @Override
          public Set<KpiId> registered(Set<KpiId> kpis) {
            return both(kpis, registered);
          }

          @Override
          public Set<KpiId> members(Set<KpiId> kpis) {
            return both(kpis, inside);
          }

          @Override
          public long size() {
            return inside.size();
          }

          @Override
          public long unregistered() {
            return 1;
          }
        });
  }
}
