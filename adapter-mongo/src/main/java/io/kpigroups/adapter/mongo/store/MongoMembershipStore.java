package io.kpigroups.adapter.mongo.store;

import static com.mongodb.client.model.Projections.elemMatch;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;

import com.mongodb.client.model.Updates;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.MemberEntry;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Memberships, as a part of the group's document.
 *
 * <p>The condition of a change says everything that the domain asks for: that the group is live,
 * whether the KPI is in it, that there is room. So the facts are read only if it did nothing.
 */
public record MongoMembershipStore(MongoCollections collections, MongoKpiStore kpis)
    implements MembershipStore {
  private static final Projection<GroupDocument, List<String>> AS_MEMBER_IDS =
      new Projection<>(include("members.k"), GroupDocument::memberIds);

  @Override
  public void add(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    Stamp stamp = by.stamp(at);
    boolean known = rules.knownKpis() == KnownKpis.ANY || kpis.find(by, kpi).isPresent();
    Document room =
        GroupDocument.live(by.account(), id)
            .append("members.k", new Document("$ne", kpi.value()))
            .append("count", new Document("$lt", rules.limits().kpisPerGroup()));
    Bson change = counted(Updates.push("members", MemberEntry.of(kpi, stamp)), 1);
    ConditionalChange.make(
        () -> known && groups(by).update(room, change),
        () -> members(by, id, kpi, () -> known),
        members -> members.add(kpi, stamp, rules),
        members -> groups(by).update(room, change));
  }

  @Override
  public void remove(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
    Document with = GroupDocument.live(by.account(), id).append("members.k", kpi.value());
    Bson change = counted(Updates.pull("members", new Document("k", kpi.value())), -1);
    ConditionalChange.make(
        () -> groups(by).update(with, change),
        () -> members(by, id, kpi, () -> kpis.find(by, kpi).isPresent()),
        members -> members.remove(kpi, by.stamp(at), rules),
        members -> groups(by).update(with, change));
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
            kpi, () -> kpis.find(viewer, kpi).isPresent(), () -> groups(viewer).count(with, 1) > 0);
  }

  private static Bson counted(Bson change, long more) {
    return combine(change, inc("count", more), inc("version", 1L));
  }

  /** A group, and whether the KPI in question is in it. */
  private record Found(KpiGroup group, long count, boolean contains) {
    static Found of(GroupDocument document) {
      boolean contains = document.members != null && !document.members.isEmpty();
      return new Found(document.toDomain(), required("count", document.count), contains);
    }
  }

  private GroupMembers members(Call by, KpiGroupId id, KpiId kpi, BooleanSupplier registered) {
    Document one = GroupDocument.one(by.account(), id);
    Bson thisMember = elemMatch("members", new Document("k", kpi.value()));
    Bson groupAndMember = fields(GroupDocument.WITHOUT_MEMBERS, thisMember);
    Optional<Found> found = groups(by).first(one, new Projection<>(groupAndMember, Found::of));
    return GroupMembers.of(
        by.account(),
        found.map(Found::group),
        new GroupMembers.Facts() {
          @Override
          public boolean isRegistered(KpiId id) {
            return registered.getAsBoolean();
          }

          @Override
          public boolean contains(KpiId id) {
            return found.orElseThrow().contains();
          }

          @Override
          public long size() {
            return found.orElseThrow().count();
          }

          @Override
          public long unregistered() {
            List<String> ids = groups(by).first(one, AS_MEMBER_IDS).orElse(List.of());
            return ids.size() - kpis.count(by, ids);
          }
        });
  }

  private TimedCollection<GroupDocument> groups(Call call) {
    return collections.groups(call.deadline());
  }
}
