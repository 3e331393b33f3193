package io.kpigroups.adapter.mongo;

import com.mongodb.client.model.CountOptions;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiRef;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Membership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Memberships in the collection {@code kpi_group_memberships}. */
final class MongoMemberships implements MembershipStore {
  private final Database database;
  private final IndexSetup indexes;
  private final LiveGroups live;
  private final MongoKpis kpis;

  MongoMemberships(Database database, IndexSetup indexes, MongoKpis kpis) {
    this.database = database;
    this.indexes = indexes;
    this.live = new LiveGroups(database);
    this.kpis = kpis;
  }

  @Override
  public void add(Actor by, KpiGroupId id, KpiId kpi, Instant at, KnownKpis known, int limit) {
    indexes.require();
    Failures.<@Nullable Void>repeatable(
        () -> {
          KpiGroup group = live.require(by.account(), id);
          checkKnown(by, kpi, known);
          if (hasRoom(by, id, limit)) {
            insert(Membership.of(group, new KpiRef(by.account(), kpi), by, at));
          } else if (!isMember(by, id, kpi)) {
            throw full(by, id, known, limit);
          }
          return null;
        });
  }

  @Override
  public void remove(Actor by, KpiGroupId id, KpiId kpi, KnownKpis known) {
    Failures.<@Nullable Void>repeatable(
        () -> {
          live.require(by.account(), id);
          Document member = in(by, id).append("kpiId", kpi.value());
          if (database.memberships().deleteOne(member).getDeletedCount() == 0) {
            checkKnown(by, kpi, known);
          }
          return null;
        });
  }

  private void checkKnown(Actor by, KpiId kpi, KnownKpis known) {
    if (known == KnownKpis.REGISTERED && kpis.find(by, kpi).isEmpty()) {
      throw new KpiNotFound(kpi);
    }
  }

  private boolean hasRoom(Actor by, KpiGroupId group, int limit) {
    CountOptions enough = new CountOptions().limit(limit);
    return database.memberships().countDocuments(in(by, group), enough) < limit;
  }

  private LimitReached full(Actor by, KpiGroupId group, KnownKpis known, int limit) {
    if (known == KnownKpis.ANY) {
      return LimitReached.members(limit);
    }
    List<String> members =
        database
            .memberships()
            .find(in(by, group))
            .map(member -> member.kpiId)
            .into(new ArrayList<>());
    return LimitReached.members(limit, members.size() - kpis.countOf(by, members));
  }

  private boolean isMember(Actor by, KpiGroupId group, KpiId kpi) {
    Document member = in(by, group).append("kpiId", kpi.value());
    return database.memberships().find(member).first() != null;
  }

  /** The unique index sees to it that the first adder stays; a second insert is a success too. */
  private void insert(Membership membership) {
    Failures.unlessDuplicate(
        () -> database.memberships().insertOne(MembershipDocument.of(membership)));
  }

  private static Document in(Actor actor, KpiGroupId group) {
    return new Document("accountId", actor.account().value())
        .append("groupId", new ObjectId(group.value()));
  }
}
