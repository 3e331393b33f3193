package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.NOON;
import static io.kpigroups.application.service.Samples.NO_GROUP;
import static io.kpigroups.application.service.Samples.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipServiceTest {

  @ParameterizedTest
  @EnumSource
  void whichKpisAreKnownAndHowManyAGroupHoldsIsWhatTheSettingsSay(KnownKpis known) {
    FakeUseCases useCases = new FakeUseCases(Samples.settings(known, true));
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
    FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);
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

  @Test
  void aPageOfMembersIsCutToTheMaximumAndSaysSo() {
    FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);
    KpiGroupId group = useCases.groupStore.given(ACCOUNT, "a").id();
    List<Order<MemberField>> byName = List.of(Order.descending(MemberField.NAME));

    for (boolean count : new boolean[] {true, false}) {
      useCases.calls.clear();
      PageRange range = new PageRange(1, 100);
      Page<Member> page =
          useCases.membership.list(READER, group, ListQuery.members(byName, range, count));

      PageRange cut = new PageRange(1, 2);
      assertThat(useCases.calls)
          .containsExactly(
              Invocation.of("list members", READER, group, ListQuery.members(byName, cut, count)));
      assertThat(page.range()).isEqualTo(cut);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchIsOneCallWithTheTimeAndTheRules(KnownKpis known) {
    FakeUseCases useCases = new FakeUseCases(Samples.settings(known, true));
    KpiGroupId group = useCases.groupStore.given(ACCOUNT, "a").id();
    KpiBatch batch = new KpiBatch(List.of(new KpiId("k1")), List.of(new KpiId("k2")));
    useCases.kpiStore.given(ACCOUNT, "k1");

    assertThat(useCases.membership.change(MANAGER, group, batch))
        .isEqualTo(new KpiBatch.Result(1, 1, 0));

    AccountRules rules = new AccountRules(Samples.SETTINGS.limits(), known);
    assertThat(useCases.calls)
        .containsExactly(Invocation.of("change members", MANAGER, group, batch, NOON, rules));
  }
}
