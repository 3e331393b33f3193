package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Groups in the collection {@code kpi_groups}. */
final class MongoGroups implements GroupStore {
  private final Database database;
  private final GroupDocuments groups;
  private final UserFavorites favorites;
  private final GroupChanges changes;

  MongoGroups(Database database) {
    this.database = database;
    this.groups = new GroupDocuments(database);
    this.favorites = new UserFavorites(database);
    this.changes = new GroupChanges(database);
  }

  @Override
  public Page<ViewedGroup> list(Call viewer, ListQuery<GroupField> query) {
    Document filter = GroupDocuments.live(viewer.account());
    List<KpiGroup> rows = rows(viewer, filter, query);
    Set<String> marked = rows.isEmpty() ? Set.of() : favorites.of(viewer).groups();
    List<ViewedGroup> viewed =
        rows.stream()
            .map(group -> new ViewedGroup(group, marked.contains(group.id().value())))
            .toList();
    return Pages.of(
        viewed, query.range(), query.count(), () -> groups.countLive(viewer, Integer.MAX_VALUE));
  }

  private List<KpiGroup> rows(Call viewer, Document filter, ListQuery<GroupField> query) {
    Documents<GroupDocument, KpiGroup> all = GroupDocuments.in(database.groups(viewer.deadline()));
    return Failures.repeatable(
        () -> {
          List<RawBsonDocument> rows =
              Pages.rows(
                  all.find(filter).projection(GroupDocuments.WITHOUT_MEMBERS),
                  Sorting.groups(query),
                  query.range(),
                  query.count());
          return all.all(rows);
        });
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return groups.findLive(viewer, id).map(group -> viewed(viewer, group));
  }

  private ViewedGroup viewed(Call viewer, KpiGroup group) {
    return new ViewedGroup(group, favorites.contains(viewer, group.id()));
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup group = KpiGroup.create(by.account(), id, name, by.stamp(at));
    long live = groups.countLive(by, limits.groupsPerAccount());
    // That it is not there yet is what the insert is conditional on: it need not be looked up.
    boolean full = live >= limits.groupsPerAccount();
    Optional<KpiGroup> present = full ? groups.find(by, id) : Optional.empty();
    while (group.join(present, () -> live, limits).isChange()) {
      try {
        if (insert(by, group)) {
          return new ViewedGroup(group, false);
        }
      } catch (OutcomeUnknown lost) {
        return settle(by, group, limits, lost);
      }
      present = groups.find(by, id).or(() -> groups.findElsewhere(by, id));
    }
    return viewed(by, group.join(present, () -> live, limits).state());
  }

  /**
   * Sees to it that a group is made whose insert's answer was lost; its id tells whether it is.
   *
   * @throws OutcomeUnknown the one that was lost, if it stays so
   */
  private ViewedGroup settle(Call by, KpiGroup group, AccountLimits limits, OutcomeUnknown lost) {
    try {
      Optional<KpiGroup> present = groups.find(by, group.id());
      if (present.isEmpty() && insert(by, group)) {
        return new ViewedGroup(group, false);
      }
      present = present.or(() -> groups.find(by, group.id()));
      if (present.isPresent()) {
        changes.confirm(by, group.id());
        return viewed(by, group.join(present, () -> 0, limits).state());
      }
    } catch (StorageUnavailable | OutcomeUnknown e) {
      lost.addSuppressed(e);
    }
    throw lost;
  }

  /** Of racing callers with one id the unique key lets one through. */
  private boolean insert(Call by, KpiGroup group) {
    MongoCollection<GroupDocument> all = database.groups(by.deadline());
    return Failures.once(
        () -> Failures.unlessDuplicate(() -> all.insertOne(GroupDocument.of(group))));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    // Asked first: behind the change there must be nothing more that can fail.
    boolean favorite = favorites.contains(by, id);
    KpiGroup group = changes.change(by, id, before -> before.rename(name, by.stamp(at), expected));
    return new ViewedGroup(group, favorite);
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    changes.change(by, id, before -> before.delete(by.stamp(at), expected));
  }
}
