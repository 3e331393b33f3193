package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.RevisionMatch;
import org.junit.jupiter.api.Test;

/**
 * What {@link io.kpigroups.application.port.out.MembershipStore} promises. That a KPI is a member
 * is seen by what a removal says once the KPI has left the register.
 */
public interface MembershipContract extends StorageFixture {

  @Test
  default void addingAndRemovingMayBeRepeated() {
    Actor ann = annInNewAccount();
    KpiGroupId group = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    join(ann, group, kpi);
    join(colleague(ann, "bob"), group, kpi);
    leave(ann, group, kpi);
    leave(ann, group, kpi);
  }

  @Test
  default void aKpiMayBeInManyGroups() {
    Actor ann = annInNewAccount();
    KpiId kpi = newKpi(ann);
    KpiGroupId one = newGroupId(ann);
    KpiGroupId other = newGroupId(ann);
    join(ann, one, kpi);
    join(ann, other, kpi);
    storage().kpis().remove(ann, kpi);
    leave(ann, one, kpi);
    assertIsNoMember(ann, one, kpi);
    leave(ann, other, kpi);
    assertIsNoMember(ann, other, kpi);
  }

  @Test
  default void aMemberCanBeRemovedWhenItsKpiIsGoneAndThenIsUnknown() {
    Actor ann = annInNewAccount();
    KpiGroupId group = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    join(ann, group, kpi);
    storage().kpis().remove(ann, kpi);
    assertThatThrownBy(() -> join(ann, group, kpi)).isInstanceOf(KpiNotFound.class);
    leave(ann, group, kpi);
    assertIsNoMember(ann, group, kpi);
  }

  @Test
  default void whatIsMissingIsReportedGroupFirstThenKpiThenLimit() {
    Actor ann = annInNewAccount();
    KpiId unknown = new KpiId(StorageFixture.randomHex());
    KpiGroupId nowhere = StorageFixture.unknownGroup();
    assertThatThrownBy(() -> join(ann, nowhere, unknown)).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> leave(ann, nowhere, unknown)).isInstanceOf(GroupNotFound.class);
    KpiGroupId full = newGroupId(ann);
    join(ann, full, newKpi(ann));
    assertThatThrownBy(() -> add(ann, full, unknown, KnownKpis.REGISTERED, 1))
        .isInstanceOfSatisfying(
            KpiNotFound.class, e -> assertThat(e.unknown()).containsExactly(unknown));
    KpiId known = newKpi(ann);
    assertThatThrownBy(() -> add(ann, full, known, KnownKpis.REGISTERED, 1))
        .isInstanceOf(LimitReached.class);
    assertIsNoMember(ann, full, unknown);
  }

  @Test
  default void aMemberMayBeAddedAgainAtTheLimitAndARemovalMakesRoom() {
    Actor ann = annInNewAccount();
    KpiGroupId group = newGroupId(ann);
    KpiId member = newKpi(ann);
    KpiId next = newKpi(ann);
    add(ann, group, member, KnownKpis.REGISTERED, 1);
    assertThatCode(() -> add(ann, group, member, KnownKpis.REGISTERED, 1))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> add(ann, group, next, KnownKpis.REGISTERED, 1))
        .isInstanceOf(LimitReached.class);
    leave(ann, group, member);
    assertThatCode(() -> add(ann, group, next, KnownKpis.REGISTERED, 1)).doesNotThrowAnyException();
  }

  @Test
  default void whereAnyKpiIsKnownTheRegisterIsNotAsked() {
    Actor ann = annInNewAccount();
    KpiGroupId group = newGroupId(ann);
    KpiId unregistered = new KpiId(StorageFixture.randomHex());
    storage().memberships().remove(ann, group, unregistered, KnownKpis.ANY);
    add(ann, group, unregistered, KnownKpis.ANY, 1);
    leave(ann, group, unregistered);
    assertIsNoMember(ann, group, unregistered);
    storage().memberships().remove(ann, group, unregistered, KnownKpis.ANY);
  }

  @Test
  default void aDeletedGroupHasNoMembersToChange() {
    Actor ann = annInNewAccount();
    KpiGroupId group = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    join(ann, group, kpi);
    storage().groups().delete(ann, group, NOON, RevisionMatch.any());
    assertThatThrownBy(() -> join(ann, group, kpi)).isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> leave(ann, group, kpi)).isInstanceOf(GroupNotFound.class);
    assertThatCode(() -> storage().kpis().remove(ann, kpi)).doesNotThrowAnyException();
  }

  private void add(Actor actor, KpiGroupId group, KpiId kpi, KnownKpis known, int limit) {
    storage().memberships().add(actor, group, kpi, NOON, known, limit);
  }

  private void leave(Actor actor, KpiGroupId group, KpiId kpi) {
    storage().memberships().remove(actor, group, kpi, KnownKpis.REGISTERED);
  }

  /** Only of an unregistered KPI can be told that it is no member. */
  private void assertIsNoMember(Actor actor, KpiGroupId group, KpiId unregistered) {
    assertThatThrownBy(() -> leave(actor, group, unregistered)).isInstanceOf(KpiNotFound.class);
  }
}
