package io.kpigroups.adapter.mongo.store;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.kpigroups.adapter.mongo.document.DocumentSchema;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.KpiGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The purge. Only here are queries without an account. */
public record MongoDeletedGroups(MongoCollections collections) implements DeletedGroups {
  private static final Bson LONGEST_FIRST = Sorts.ascending("deletedAt", "_id");

  /** Groups that cannot be read are skipped. */
  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    Projection<GroupDocument, Optional<Claim>> asClaim =
        new Projection<>(
            GroupDocument.WITHOUT_MEMBERS,
            document -> claim(document.toDomain(), deletedBy, deadline));
    return collections.groups(deadline).upTo(most, due(deletedBy), LONGEST_FIRST, asClaim);
  }

  /** Marks the group, unless it was changed or removed in the meantime. */
  private Optional<Claim> claim(KpiGroup group, Instant deletedBy, Deadline deadline) {
    Document stillDue = due(deletedBy);
    stillDue.putAll(GroupDocument.one(group.account(), group.id()));
    Bson mark = Updates.set("state", GroupDocument.PURGING);
    return group
        .purge(deletedBy)
        .filter(purging -> collections.groups(deadline).update(stillDue, mark))
        .map(purging -> new Claim(group.account(), group.id()));
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    return collections.groups(deadline).count(due(deletedBy));
  }

  /**
   * Keys and favorites go first: if this is interrupted, the group is still there to be claimed
   * again.
   */
  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    TimedCollection<GroupDocument> groups = collections.groups(deadline);
    Document marked =
        GroupDocument.one(claim.account(), claim.group()).append("state", GroupDocument.PURGING);
    if (groups.count(marked, 1) == 0) {
      return Removal.NOTHING;
    }
    new MongoIdempotencyStore(collections).finishAll(claim.account(), claim.group(), deadline);
    Document favored =
        new Document("accountId", claim.account().value())
            .append("groups.g", claim.group().value());
    Bson pulling = MongoFavoriteStore.pulling(claim.group());
    collections.favorites(deadline).updateAll(favored, pulling);
    return groups.delete(marked) ? Removal.REMOVED : Removal.NOTHING;
  }

  /** Matches groups that were deleted long enough ago or that a purge has marked. */
  private static Document due(Instant deletedBy) {
    Document deleted =
        new Document("state", GroupDocument.DELETED)
            .append("deletedAt", new Document("$lte", deletedBy));
    Document marked = new Document("state", GroupDocument.PURGING);
    return DocumentSchema.known(new Document("$or", List.of(deleted, marked)));
  }
}
