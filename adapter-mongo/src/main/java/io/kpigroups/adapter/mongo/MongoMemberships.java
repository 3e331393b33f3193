package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Instant;
import java.util.function.Function;
import org.bson.Document;

/**
 * Memberships, as a part of the group's document.
 *
 * <p>The first try of a change carries as its condition all that the decision rests on in the usual
 * case: that the group lives, whether the KPI is in it, that there is room. Where it misses, the
 * facts are looked at for the domain to decide, and the next try is conditional on their version.
 */
final class MongoMemberships implements MembershipStore {
  private final Database database;
  private final MongoKpis kpis;

  MongoMemberships(Database database, MongoKpis kpis) {
    this.database = database;
    this.kpis = kpis;
  }

  @Override
  public void add(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    Stamp stamp = by.stamp(at);
    MemberLook look = new MemberLook(database, kpis, by, id, kpi);
    boolean known = rules.knownKpis() == KnownKpis.ANY || look.isRegistered(kpi);
    int limit = rules.limits().kpisPerGroup();
    Document roomy =
        GroupDocuments.live(by.account(), id)
            .append("members.k", new Document("$ne", kpi.value()))
            .append("count", new Document("$lt", limit));
    if (!known || !update(by, roomy, putting(kpi, stamp))) {
      decide(by, id, look, members -> members.add(kpi, stamp, rules), putting(kpi, stamp));
    }
  }

  @Override
  public void remove(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    MemberLook look = new MemberLook(database, kpis, by, id, kpi);
    Document with = GroupDocuments.live(by.account(), id).append("members.k", kpi.value());
    if (!update(by, with, taking(kpi))) {
      decide(by, id, look, members -> members.remove(kpi, by.stamp(at), rules), taking(kpi));
    }
  }

  private void decide(
      Call by,
      KpiGroupId id,
      MemberLook look,
      Function<GroupMembers, Decision<KpiGroup>> rule,
      Document change) {
    while (true) {
      MemberLook.Found found = look.find();
      GroupMembers members = GroupMembers.of(by.account(), found.group(), found);
      Document unchanged = GroupDocuments.live(by.account(), id).append("version", found.version());
      if (!rule.apply(members).isChange() || update(by, unchanged, change)) {
        return;
      }
    }
  }

  private static Document putting(KpiId kpi, Stamp stamp) {
    Document member =
        new Document("k", kpi.value()).append("by", stamp.by().value()).append("at", stamp.at());
    return new Document("$push", new Document("members", member))
        .append("$inc", new Document("count", 1L).append("version", 1L));
  }

  private static Document taking(KpiId kpi) {
    return new Document("$pull", new Document("members", new Document("k", kpi.value())))
        .append("$inc", new Document("count", -1L).append("version", 1L));
  }

  private boolean update(Call by, Document one, Document change) {
    Document understood = Versions.understood(one);
    MongoCollection<GroupDocument> groups = database.groups(by.deadline());
    return Failures.repeatable(() -> groups.updateOne(understood, change)).getMatchedCount() == 1;
  }
}
