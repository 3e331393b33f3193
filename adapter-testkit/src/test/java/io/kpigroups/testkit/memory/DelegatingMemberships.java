package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Instant;

/** Sound memberships, of which a subclass breaks one method. */
class DelegatingMemberships implements MembershipStore {
  final MembershipStore sound;

  DelegatingMemberships(MembershipStore sound) {
    this.sound = sound;
  }

  @Override
  public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    sound.add(by, group, kpi, at, rules);
  }

  @Override
  public void remove(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
    sound.remove(by, group, kpi, at, rules);
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    sound.requireKnown(viewer, kpi, rules);
  }
}
