package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.UnreadableDocument.required;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.GroupMembers;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** Looks at what a decision about one KPI in one group rests on, no more than is asked for. */
final class MemberLook {
  /** All of a group but its members and its outbox, in a projection that can name members too. */
  private static final List<String> FIELDS =
      List.of(
          "accountId",
          "state",
          "version",
          "name",
          "nameKeyVersion",
          "createdById",
          "dateCreated",
          "modifiedById",
          "dateUpdated",
          "revision",
          "deletedAt",
          "deletedById",
          "schemaVersion",
          "count");

  private final Database database;
  private final MongoKpis kpis;
  private final Call call;
  private final KpiGroupId group;
  private final KpiId kpi;
  private Optional<Boolean> registered = Optional.empty();

  MemberLook(Database database, MongoKpis kpis, Call call, KpiGroupId group, KpiId kpi) {
    this.database = database;
    this.kpis = kpis;
    this.call = call;
    this.group = group;
    this.kpi = kpi;
  }

  /** Whether the KPI is in the register; looked up once. */
  boolean isRegistered(KpiId id) {
    if (registered.isEmpty()) {
      registered = Optional.of(kpis.find(call, id).isPresent());
    }
    return registered.get();
  }

  /** The group as it is now. */
  Found find() {
    Document fields = new Document();
    FIELDS.forEach(field -> fields.append(field, 1));
    Document thisOne = new Document("$elemMatch", new Document("k", kpi.value()));
    return read(fields.append("members", thisOne), this::found)
        .orElseGet(() -> new Found(Optional.empty(), 0, 0, false));
  }

  private Found found(GroupDocument document) {
    KpiGroup found = document.toDomain();
    return new Found(
        Optional.of(found),
        required("version", document.version),
        required("count", document.count),
        document.members != null && !document.members.isEmpty());
  }

  private List<String> memberIds() {
    Document ids = new Document("members.k", 1);
    return read(
            ids,
            document ->
                required("members", document.members).stream()
                    .map(member -> required("members.k", member.k))
                    .toList())
        .orElse(List.of());
  }

  private <T> Optional<T> read(Document fields, Function<GroupDocument, T> reader) {
    var groups = new Documents<>(database.groups(call.deadline()), reader);
    Document one = GroupDocuments.one(call.account(), group);
    return Failures.repeatable(() -> groups.first(groups.find(one).projection(fields).limit(1)));
  }

  /** The group, if it is there, and what was found of its members. */
  final class Found implements GroupMembers.Facts {
    private final Optional<KpiGroup> group;
    private final long version;
    private final long count;
    private final boolean member;

    private Found(Optional<KpiGroup> group, long version, long count, boolean member) {
      this.group = group;
      this.version = version;
      this.count = count;
      this.member = member;
    }

    Optional<KpiGroup> group() {
      return group;
    }

    long version() {
      return version;
    }

    @Override
    public boolean isRegistered(KpiId id) {
      return MemberLook.this.isRegistered(id);
    }

    @Override
    public boolean contains(KpiId id) {
      return member;
    }

    @Override
    public long size() {
      return count;
    }

    @Override
    public long unregistered() {
      List<String> ids = memberIds();
      return ids.size() - kpis.countOf(call, ids);
    }
  }
}
