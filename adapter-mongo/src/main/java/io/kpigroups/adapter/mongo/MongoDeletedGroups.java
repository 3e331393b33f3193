package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jboss.logging.Logger;

/** The purge: the only queries without an account are here. */
final class MongoDeletedGroups implements DeletedGroups {
  private static final Logger LOG = Logger.getLogger(MongoDeletedGroups.class);

  private static final Document LONGEST_FIRST = new Document("deletedAt", 1).append("_id", 1);

  private final Database database;

  MongoDeletedGroups(Database database) {
    this.database = database;
  }

  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    List<KpiGroup> due = Failures.repeatable(() -> due(deletedBy, most, deadline));
    List<String> unmarked =
        due.stream()
            .filter(group -> group.life() instanceof GroupLife.Deleted)
            .map(group -> group.id().value())
            .toList();
    if (!unmarked.isEmpty()) {
      mark(unmarked, deletedBy, deadline);
    }
    return marked(due, unmarked.isEmpty(), deadline).stream()
        .map(group -> new Claim(group.account(), group.id()))
        .toList();
  }

  /** Groups that the domain says are due, longest deleted first. */
  private List<KpiGroup> due(Instant deletedBy, int most, Deadline deadline) {
    Documents<GroupDocument, KpiGroup> groups = GroupDocuments.in(database.groups(deadline));
    List<KpiGroup> due = new ArrayList<>();
    try (MongoCursor<RawBsonDocument> cursor =
        groups
            .find(candidates(deletedBy))
            .projection(GroupDocuments.WITHOUT_MEMBERS)
            .sort(LONGEST_FIRST)
            .batchSize(most)
            .cursor()) {
      while (due.size() < most && cursor.hasNext()) {
        readable(groups, cursor.next())
            .filter(group -> group.purge(deletedBy).isPresent())
            .ifPresent(due::add);
      }
    }
    return due;
  }

  /** Nothing where the group cannot be read: the purge goes past it. */
  private static Optional<KpiGroup> readable(
      Documents<GroupDocument, KpiGroup> groups, RawBsonDocument document) {
    try {
      return Optional.of(groups.read(document));
    } catch (UnreadableDocument e) {
      LOG.error("A deleted group cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void mark(List<String> ids, Instant deletedBy, Deadline deadline) {
    Document still =
        Versions.understood(deleted(deletedBy)).append("_id", new Document("$in", ids));
    Document purging = new Document("$set", new Document("state", GroupDocument.PURGING));
    MongoCollection<GroupDocument> groups = database.groups(deadline);
    Failures.repeatable(() -> groups.updateMany(still, purging));
  }

  /** Those of the groups that are marked, after they were to be: one may have been restored. */
  private List<KpiGroup> marked(List<KpiGroup> due, boolean all, Deadline deadline) {
    if (all) {
      return due;
    }
    List<String> ids = due.stream().map(group -> group.id().value()).toList();
    Document marked =
        new Document("_id", new Document("$in", ids)).append("state", GroupDocument.PURGING);
    Documents<GroupDocument, KpiGroup> groups = GroupDocuments.in(database.groups(deadline));
    return Failures.repeatable(
        () ->
            groups.all(
                groups
                    .find(marked)
                    .projection(GroupDocuments.WITHOUT_MEMBERS)
                    .sort(LONGEST_FIRST)
                    .batchSize(ids.size() + 1)
                    .into(new ArrayList<>())));
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    MongoCollection<GroupDocument> groups = database.groups(deadline);
    return Failures.repeatable(() -> groups.countDocuments(candidates(deletedBy)));
  }

  /** The favorites first: whatever cuts this off, the group is still there to be claimed again. */
  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    if (!isMarked(claim, deadline)) {
      return Removal.NOTHING;
    }
    KpiGroupId id = claim.group();
    Document favored =
        new Document("accountId", claim.account().value()).append("groups.g", id.value());
    MongoCollection<FavoritesDocument> favorites = database.favorites(deadline);
    Failures.repeatable(() -> favorites.updateMany(favored, MongoFavorites.pulling(id)));
    MongoCollection<GroupDocument> groups = database.groups(deadline);
    boolean removed =
        Failures.repeatable(() -> groups.deleteOne(marked(claim))).getDeletedCount() == 1;
    return removed ? Removal.REMOVED : Removal.NOTHING;
  }

  private boolean isMarked(Claim claim, Deadline deadline) {
    MongoCollection<GroupDocument> groups = database.groups(deadline);
    Document idOnly = new Document("_id", 1);
    return Failures.repeatable(
            () -> groups.find(marked(claim), RawBsonDocument.class).projection(idOnly).first())
        != null;
  }

  private static Document marked(Claim claim) {
    return GroupDocuments.one(claim.account(), claim.group())
        .append("state", GroupDocument.PURGING);
  }

  /** What was deleted long enough ago, and whatever a purge has begun on. */
  private static Document candidates(Instant deletedBy) {
    Document marked = new Document("state", GroupDocument.PURGING);
    return Versions.understood(new Document("$or", List.of(deleted(deletedBy), marked)));
  }

  private static Document deleted(Instant deletedBy) {
    return new Document("state", GroupDocument.DELETED)
        .append("deletedAt", new Document("$lte", deletedBy));
  }
}
