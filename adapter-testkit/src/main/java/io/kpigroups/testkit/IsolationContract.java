package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** That nothing of an account can be seen or changed from another, even by the same user. */
public interface IsolationContract extends StorageFixture {

  @Test
  default void aForeignGroupDoesNotExistInAnyCall() {
    Actor ann = annInNewAccount();
    ViewedGroup hers = newGroup(ann, "Hers");
    KpiGroupId id = hers.group().id();
    KpiId kpi = newKpi(ann);
    join(ann, id, kpi);
    Actor stranger = annInNewAccount();
    givenKpi(stranger, kpi);
    assertThat(storage().groups().find(stranger, id)).isEmpty();
    assertThat(allGroups(stranger)).isEmpty();
    for (RevisionMatch match : List.of(RevisionMatch.any(), RevisionMatch.unconditional())) {
      assertGone(
          () -> storage().groups().rename(stranger, id, new KpiGroupName("Mine"), NOON, match));
      assertGone(() -> storage().groups().delete(stranger, id, NOON, match));
    }
    assertGone(() -> storage().favorites().add(stranger, id, NO_LIMIT));
    assertGone(() -> storage().favorites().remove(stranger, id));
    for (KnownKpis known : KnownKpis.values()) {
      assertGone(() -> storage().memberships().add(stranger, id, kpi, NOON, known, NO_LIMIT));
      assertGone(() -> storage().memberships().remove(stranger, id, kpi, known));
    }
    assertThat(storage().groups().find(ann, id)).contains(hers);
  }

  @Test
  default void aForeignKpiIsNotKnownAndCannotBeChanged() {
    Actor ann = annInNewAccount();
    KpiId kpi = newKpi(ann);
    Actor stranger = annInNewAccount();
    KpiGroupId group = newGroupId(stranger);
    assertThat(storage().kpis().find(stranger, kpi)).isEmpty();
    assertThat(storage().kpis().list(stranger, KpiQuery.of(PageRange.first(10))).items()).isEmpty();
    assertThatThrownBy(() -> storage().kpis().remove(stranger, kpi))
        .isInstanceOf(KpiNotFound.class);
    assertThatThrownBy(() -> join(stranger, group, kpi)).isInstanceOf(KpiNotFound.class);
    assertThatThrownBy(
            () -> storage().memberships().remove(stranger, group, kpi, KnownKpis.REGISTERED))
        .isInstanceOf(KpiNotFound.class);
    assertThat(storage().kpis().find(ann, kpi)).isPresent();
  }

  @Test
  default void theSameKpiIdInTwoAccountsIsTwoKpis() {
    Actor ann = annInNewAccount();
    Actor stranger = annInNewAccount();
    KpiId id = newKpi(ann);
    Kpi theirs = new Kpi(stranger.account(), id, new KpiName("Theirs"), List.of());
    storage().kpis().put(stranger, theirs);
    assertThat(storage().kpis().find(ann, id).orElseThrow().name()).isNotEqualTo(theirs.name());
    storage().kpis().remove(ann, id);
    assertThat(storage().kpis().find(stranger, id)).contains(theirs);
  }

  @Test
  default void limitsAreOfOneAccount() {
    Actor ann = annInNewAccount();
    KpiGroupId hers = newGroupId(ann);
    storage().favorites().add(ann, hers, 1);
    Actor stranger = annInNewAccount();
    KpiGroupId theirs =
        storage().groups().create(stranger, new KpiGroupName("g"), NOON, 1).group().id();
    storage().favorites().add(stranger, theirs, 1);
    assertThat(storage().groups().find(stranger, theirs).orElseThrow().favorite()).isTrue();
  }

  private static void assertGone(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(GroupNotFound.class);
  }
}
