package io.kpigroups.adapter.mongo;

import com.mongodb.client.model.CountOptions;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Groups in the collection {@code kpi_groups}. */
final class MongoGroups implements GroupStore {
  private final Database database;
  private final IndexSetup indexes;
  private final LiveGroups live;
  private final GroupChanges changes;

  MongoGroups(Database database, IndexSetup indexes) {
    this.database = database;
    this.indexes = indexes;
    this.live = new LiveGroups(database);
    this.changes = new GroupChanges(database);
  }

  @Override
  public Page<ViewedGroup> list(Actor viewer, GroupQuery query) {
    return Failures.repeatable(
        () -> {
          Document filter = LiveGroups.in(viewer.account());
          List<GroupDocument> rows =
              Pages.rows(database.groups().find(filter), Sorting.groups(query), query.range());
          Set<ObjectId> favorites = favorites(viewer, rows.stream().map(row -> row.id).toList());
          List<ViewedGroup> items =
              UnreadableDocument.readAll(
                  rows, row -> new ViewedGroup(row.toDomain(), favorites.contains(row.id)));
          return Pages.of(items, query.range(), () -> database.groups().countDocuments(filter));
        });
  }

  @Override
  public Optional<ViewedGroup> find(Actor viewer, KpiGroupId id) {
    return Failures.repeatable(
        () ->
            live.find(viewer.account(), id)
                .map(group -> new ViewedGroup(group, isFavorite(viewer, id))));
  }

  @Override
  public ViewedGroup create(Actor by, KpiGroupName name, Instant at, int limit) {
    indexes.require();
    Failures.repeatable(() -> checkLimit(by, limit));
    KpiGroupId id = new KpiGroupId(new ObjectId(Date.from(at)).toHexString());
    Stamp created = new Stamp(by.user(), at);
    KpiGroup group = KpiGroup.create(by.account(), id, name, created, Revision.of(1));
    Failures.once(() -> database.groups().insertOne(GroupDocument.of(group)));
    return new ViewedGroup(group, false);
  }

  @Override
  public ViewedGroup rename(
      Actor by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
    // Asked first: behind the change there must be nothing more that can fail.
    boolean favorite = Failures.repeatable(() -> isFavorite(by, id));
    return new ViewedGroup(changes.rename(by, id, name, at, expected), favorite);
  }

  @Override
  public void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
    changes.delete(by, id, at, expected);
  }

  private long checkLimit(Actor by, int limit) {
    CountOptions enough = new CountOptions().limit(limit);
    long count = database.groups().countDocuments(LiveGroups.in(by.account()), enough);
    if (count >= limit) {
      throw LimitReached.groups(limit);
    }
    return count;
  }

  private boolean isFavorite(Actor viewer, KpiGroupId id) {
    return !favorites(viewer, List.of(new ObjectId(id.value()))).isEmpty();
  }

  /** Which of these groups are favorites of the viewer, in one command. */
  private Set<ObjectId> favorites(Actor viewer, List<ObjectId> groups) {
    if (groups.isEmpty()) {
      return Set.of();
    }
    Document filter = MongoFavorites.of(viewer).append("groupId", new Document("$in", groups));
    return database
        .favorites()
        .find(filter)
        .projection(MongoFavorites.GROUP_ONLY)
        .batchSize(groups.size())
        .map(favorite -> favorite.groupId)
        .into(new HashSet<>());
  }
}
