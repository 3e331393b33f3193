package io.kpigroups.adapter.mongo.store;

import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import java.time.Instant;
import org.bson.Document;

/** Memberships, as a part of the group's document. */
public record MongoMembershipStore(MongoCollections collections, MongoKpiStore kpis)
    implements MembershipStore {
  @Override
  public void add(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    Stamp stamp = by.stamp(at);
    KpiBatch batch = KpiBatch.adding(kpi);
    new MemberChange(collections, kpis, by, id, batch, stamp, rules)
        .make(members -> members.add(kpi, stamp, rules));
  }

  @Override
  public void remove(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    Stamp stamp = by.stamp(at);
    KpiBatch batch = KpiBatch.removing(kpi);
    new MemberChange(collections, kpis, by, id, batch, stamp, rules)
        .make(members -> members.remove(kpi, stamp, rules));
  }

  @Override
  public KpiBatch.Result change(
      Call by, KpiGroupId id, KpiBatch batch, Instant at, AccountRules rules) {
    Stamp stamp = by.stamp(at);
    return new MemberChange(collections, kpis, by, id, batch, stamp, rules)
        .make(members -> members.change(batch, stamp, rules));
  }

  @Override
  public Page<Member> list(Call viewer, KpiGroupId id, ListQuery<MemberField> query) {
    return new MemberList(collections, kpis).page(viewer, id, query);
  }

  @Override
  public void requireKnown(Call viewer, KpiId kpi, AccountRules rules) {
    Document with = GroupDocument.live(viewer.account()).append("members.k", kpi.value());
    rules
        .knownKpis()
        .require(
            kpi,
            () -> kpis.find(viewer, kpi).isPresent(),
            () -> collections.groups(viewer.deadline()).count(with, 1) > 0);
  }
}
