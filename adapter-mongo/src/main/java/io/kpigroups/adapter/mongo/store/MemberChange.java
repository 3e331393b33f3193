package io.kpigroups.adapter.mongo.store;

import static com.mongodb.client.model.Projections.elemMatch;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;
import static java.util.stream.Collectors.toSet;

import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.MemberEntry;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.Change;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A change of the members of a group, in one command: all of it is done or nothing.
 *
 * <p>KPIs that are only put in, and one that is taken out, are first tried under a condition that
 * says everything that the domain asks for: that the group is live, which KPIs are in it, that
 * there is room. So the facts are read only if that did nothing. Otherwise the change is made if
 * the version of the members is still as it was read.
 *
 * <p>A call whose answer was lost may be repeated: it finds that nothing is left to change.
 */
record MemberChange(
    MongoCollections collections,
    MongoKpiStore kpis,
    Call by,
    KpiGroupId id,
    KpiBatch batch,
    Stamp stamp,
    AccountRules rules) {
  private static final Projection<GroupDocument, List<String>> AS_MEMBER_IDS =
      new Projection<>(include("members.k"), GroupDocument::memberIds);

  /**
   * A group, and those of its members that matter.
   *
   * @param ids the KPIs of {@code members}
   */
  private record Found(
      KpiGroup group,
      @Nullable Long version,
      long count,
      List<BsonDocument> members,
      Set<String> ids) {
    static Found of(GroupDocument document) {
      List<BsonDocument> members = document.members == null ? List.of() : document.members;
      return new Found(
          document.toDomain(),
          document.version,
          required("count", document.count),
          members,
          members.stream().map(MemberEntry::id).collect(toSet()));
    }

    Set<KpiId> membersAmong(Set<KpiId> some) {
      return some.stream().filter(kpi -> ids.contains(kpi.value())).collect(toSet());
    }
  }

  /**
   * Makes the change.
   *
   * @param rule the domain's decision
   */
  KpiBatch.Result make(Function<GroupMembers, Decision<KpiGroup>> rule) {
    Set<KpiId> known =
        rules.knownKpis() == KnownKpis.ANY ? Set.copyOf(batch.add()) : registered(batch.add());
    if (known.size() == batch.add().size() && isDoneAtOnce()) {
      return new KpiBatch.Result(batch.add().size(), batch.remove().size(), 0);
    }
    Decision<KpiGroup> decision =
        new ConditionalChange<Optional<Found>, Decision<KpiGroup>>(
                this::look,
                found -> rule.apply(members(found, known)),
                (found, decided) ->
                    !decided.isChange() || apply(found.orElseThrow(), decided.changes()))
            .make();
    return batch.result(decision);
  }

  private boolean isDoneAtOnce() {
    int more = batch.add().size();
    Document group = GroupDocument.live(by.account(), id);
    if (more > 0 && batch.remove().isEmpty()) {
      int most = rules.limits().kpisPerGroup() - more;
      Document none = new Document("$nin", MemberUpdate.values(batch.add()));
      return groups()
          .update(
              group.append("members.k", none).append("count", new Document("$lte", most)),
              MemberUpdate.add(batch.add(), stamp));
    }
    // That several are in it is a slow condition.
    return more == 0
        && batch.remove().size() == 1
        && groups()
            .update(
                group.append("members.k", batch.remove().get(0).value()),
                MemberUpdate.remove(batch.remove()));
  }

  private Optional<Found> look() {
    Document one = GroupDocument.one(by.account(), id);
    Bson part = fields(GroupDocument.WITHOUT_MEMBERS, include("version"), membersThatMatter());
    return groups().first(one, new Projection<>(part, Found::of));
  }

  private Bson membersThatMatter() {
    if (isSingle()) {
      return elemMatch("members", new Document("k", batch.kpis().iterator().next().value()));
    }
    // Only what takes out and puts in writes the others again.
    return include(batch.add().isEmpty() || batch.remove().isEmpty() ? "members.k" : "members");
  }

  private boolean isSingle() {
    return batch.kpis().size() == 1;
  }

  private GroupMembers members(Optional<Found> found, Set<KpiId> known) {
    return GroupMembers.of(
        by.account(),
        found.map(Found::group),
        new GroupMembers.Facts() {
          @Override
          public Set<KpiId> registered(Set<KpiId> some) {
            return batch.add().isEmpty() ? MemberChange.this.registered(some) : known;
          }

          @Override
          public Set<KpiId> members(Set<KpiId> some) {
            return found.orElseThrow().membersAmong(some);
          }

          @Override
          public long size() {
            return found.orElseThrow().count();
          }

          @Override
          public long unregistered() {
            Collection<String> ids = isSingle() ? memberIds() : found.orElseThrow().ids();
            return ids.size() - kpis.count(by, ids);
          }
        });
  }

  private List<String> memberIds() {
    return groups().first(GroupDocument.one(by.account(), id), AS_MEMBER_IDS).orElse(List.of());
  }

  private Set<KpiId> registered(Collection<KpiId> some) {
    return kpis.names(by, MemberUpdate.values(some)).keySet();
  }

  private boolean apply(Found found, List<Change> changes) {
    Document unchanged = GroupDocument.live(by.account(), id).append("version", found.version());
    return groups().update(unchanged, MemberUpdate.of(changes, found.members(), stamp));
  }

  private TimedCollection<GroupDocument> groups() {
    return collections.groups(by.deadline());
  }
}
