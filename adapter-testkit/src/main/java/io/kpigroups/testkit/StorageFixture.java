package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Set;

/**
 * What the suites must be told about the store under test.
 *
 * <p>Every test works in accounts of its own, made up for it. The store may therefore hold anything
 * else and be used by other tests at the same time; it need not be emptied. Every call has a
 * deadline in minutes, so that no limit that the store sets itself decides on a busy machine.
 */
public interface StorageFixture {

  /** The store under test: the same one for all of a test. */
  KpiGroupStorage storage();

  /** A user who may do everything in the account. */
  default Actor actor(AccountId account, UserId user) {
    return Actor.of(account, user, Set.of(Permission.MANAGE));
  }

  /** Sees to it that the KPI is in the register of the actor's account. */
  default void givenKpi(Call call, KpiId id) {
    Kpi kpi = new Kpi(call.account(), id, new Name("KPI " + id.value()), List.of());
    registry().put(call, kpi, KpiCondition.NONE, AccountLimits.DEFAULT);
  }

  /** Sees to it that the KPI is not in the register of the actor's account any more. */
  default void givenNoKpi(Call call, KpiId id) {
    if (storage().kpis().find(call, id).isPresent()) {
      registry().remove(call, id, KpiCondition.NONE);
    }
  }

  private KpiRegistry registry() {
    return storage().registry().orElseThrow();
  }

  /**
   * A group as it is compared with one in a list: as it is, unless the lists of the store cannot
   * tell everything of a group, such as its revision.
   */
  default ViewedGroup listed(ViewedGroup group) {
    return group;
  }
}
