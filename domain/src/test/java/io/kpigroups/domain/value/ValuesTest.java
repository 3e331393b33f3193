package io.kpigroups.domain.value;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void anotherSystemSaysInItsOwnWordsWhatIsMissingOrTooMuch() {
    assertThat(KpiNotFound.elsewhere("No k1, no k2.")).hasMessage("No k1, no k2.");
    assertThat(LimitReached.elsewhere("At most 2.")).hasMessage("At most 2.");
  }

  @Test
  void theLimitsAreAsTheReferenceOfThisServiceSays() {
    assertThat(AccountLimits.DEFAULT).isEqualTo(new AccountLimits(10_000, 100_000, 10_000, 1_000));
  }

  @Test
  void everyLimitIsAtLeastOne() {
    assertThat(new AccountLimits(1, 1, 1, 1).groupsPerAccount()).isEqualTo(1);
    assertThatThrownBy(() -> new AccountLimits(0, 1, 1, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new AccountLimits(1, 0, 1, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new AccountLimits(1, 1, 0, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new AccountLimits(1, 1, 1, -1)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void oneLimitIsChangedAndTheOthersStay() {
    AccountLimits ones = new AccountLimits(1, 1, 1, 1);

    assertThat(ones.withGroupsPerAccount(2)).isEqualTo(new AccountLimits(2, 1, 1, 1));
    assertThat(ones.withKpisPerAccount(2)).isEqualTo(new AccountLimits(1, 2, 1, 1));
    assertThat(ones.withKpisPerGroup(2)).isEqualTo(new AccountLimits(1, 1, 2, 1));
    assertThat(ones.withFavoritesPerUser(2)).isEqualTo(new AccountLimits(1, 1, 1, 2));
  }

  @Test
  void whoMayManageMayReadAndNotTheOtherWayRound() {
    assertMay(Set.of(), Set.of());
    assertMay(Set.of(Permission.READ), Set.of(Permission.READ));
    assertMay(Set.of(Permission.MANAGE), Set.of(Permission.READ, Permission.MANAGE));
  }

  @Test
  void anActorsPermissionsCannotGrowLater() {
    Set<Permission> granted = EnumSet.noneOf(Permission.class);
    Actor actor = Actor.of(ACCOUNT, ANN, granted);

    granted.add(Permission.MANAGE);

    assertThat(actor.may(Permission.READ)).isFalse();
  }

  @Test
  void aKpiHasEachOwnerOnceInTheOrderGiven() {
    assertThat(kpi(List.of(BOB, ANN, BOB)).owners()).containsExactly(BOB, ANN);
  }

  @Test
  void aKpiHasAtMost100DifferentOwners() {
    List<UserId> owners =
        IntStream.range(0, 101).mapToObj(i -> new UserId("user " + i % 100)).toList();
    List<UserId> tooMany = IntStream.range(0, 101).mapToObj(i -> new UserId("user " + i)).toList();

    assertThat(kpi(owners).owners()).hasSize(100);
    assertThatThrownBy(() -> kpi(tooMany)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void failuresSayWhatIsWrongAndHowMuchWouldBeRight() {
    KpiNotFound unknown = new KpiNotFound(List.of("k1", "k2"));

    assertThat(unknown).hasMessage("Not known in the account as a KPI: k1, k2.");
    assertThat(LimitReached.groups(7)).hasMessageContaining("7 KPI groups");
    assertThat(LimitReached.members(7, 7, 8, OptionalLong.empty()))
        .hasMessage("The group has reached its limit of 7 KPIs.");
    assertThat(LimitReached.members(7, 8, 9, OptionalLong.of(3)))
        .hasMessage(
            "The group has reached its limit of 7 KPIs; of these, 3 are no longer in the register.");
    assertThat(LimitReached.members(7, 6, 9, OptionalLong.empty()))
        .hasMessage("The group would have 9 KPIs, and its limit is 7.");
    assertThat(LimitReached.members(7, 6, 9, OptionalLong.of(3)))
        .hasMessage(
            "The group would have 9 KPIs, and its limit is 7; of those in it, 3 are no longer in the"
                + " register.");
    assertThat(LimitReached.favorites(7)).hasMessageContaining("7 favorite KPI groups");
    Actor reader = Actor.of(ACCOUNT, ANN, Set.of(Permission.READ));
    Actor stranger = Actor.of(ACCOUNT, ANN, Set.of());
    Permission.READ.require(reader);
    assertThatThrownBy(() -> Permission.READ.require(stranger))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("read");
    assertThatThrownBy(() -> Permission.MANAGE.require(reader))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("manage");
  }

  private static void assertMay(Set<Permission> granted, Set<Permission> expected) {
    Actor actor = Actor.of(ACCOUNT, ANN, granted);

    for (Permission permission : Permission.values()) {
      assertThat(actor.may(permission))
          .as("%s with %s", permission, granted)
          .isEqualTo(expected.contains(permission));
    }
  }

  private static Kpi kpi(List<UserId> owners) {
    return new Kpi(ACCOUNT, new KpiId("k1"), new Name("Revenue"), owners);
  }
}
