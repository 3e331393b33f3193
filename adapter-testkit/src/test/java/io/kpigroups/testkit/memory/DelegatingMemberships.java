package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
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
  public KpiBatch.Result change(
      Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
    return sound.change(by, group, batch, at, rules);
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId group, ListQuery<MemberField> query) {
    return sound.list(viewer, group, query);
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    sound.requireKnown(viewer, kpi, rules);
  }
}
