package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.NOON;
import static io.kpigroups.application.service.Samples.NO_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipServiceTest {

  @ParameterizedTest
  @EnumSource
  void whichKpisAreKnownAndHowManyAGroupHoldsIsWhatTheSettingsSay(KnownKpis known) {
    UseCases useCases = new UseCases(Samples.settings(known, true));
    KpiGroupId group = useCases.groupStore.given(ACCOUNT, "a").id();
    AccountRules rules = new AccountRules(Samples.SETTINGS.limits(), known);
    KpiId kpi = useCases.kpiStore.given(ACCOUNT, "k1").id();

    useCases.membership.add(MANAGER, kpi, group);
    useCases.membership.remove(MANAGER, kpi, group);

    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of("add member", MANAGER, group, kpi, NOON, rules),
            Invocation.of("remove member", MANAGER, group, kpi, NOON, rules));
  }

  @Test
  void whatTheStoreDoesNotFindIsNotFound() {
    UseCases useCases = new UseCases(Samples.SETTINGS);
    KpiGroupId group = useCases.groupStore.given(ACCOUNT, "a").id();
    KpiId unknown = new KpiId("unknown");

    assertThatThrownBy(() -> useCases.membership.add(MANAGER, unknown, NO_GROUP))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> useCases.membership.remove(MANAGER, unknown, NO_GROUP))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> useCases.membership.add(MANAGER, unknown, group))
        .isInstanceOf(KpiNotFound.class);
    assertThatThrownBy(() -> useCases.membership.remove(MANAGER, unknown, group))
        .isInstanceOf(KpiNotFound.class);
  }
}
