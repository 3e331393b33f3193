package io.kpigroups.adapter.mongo;

import com.mongodb.client.model.Projections;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.KpiGroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jboss.logging.Logger;

/** The purge: the only queries without an account are here. */
final class MongoDeletedGroups implements DeletedGroups {
  private static final Logger LOG = Logger.getLogger(MongoDeletedGroups.class);

  private static final Document LONGEST_FIRST = new Document("deletedAt", 1).append("_id", 1);

  private final Database database;

  MongoDeletedGroups(Database database) {
    this.database = database;
  }

  /** Goes past what cannot be read, which would otherwise keep all later groups for ever. */
  @Override
  public List<Claim> claim(Instant deadline, int most) {
    int limit = most;
    while (true) {
      int asked = limit;
      List<Document> marked = Failures.repeatable(() -> mark(deadline, asked));
      List<Claim> claims = marked.stream().flatMap(group -> claim(group).stream()).toList();
      limit = most + marked.size() - claims.size();
      if (limit == asked) {
        return claims;
      }
    }
  }

  private List<Document> mark(Instant deadline, int most) {
    List<Object> due = new ArrayList<>();
    find(due(deadline), most).forEach(group -> due.add(group.get("_id")));
    if (due.isEmpty()) {
      return List.of();
    }
    Document purging = new Document("$set", new Document("state", GroupDocument.PURGING));
    database.groups().updateMany(due(deadline).append("_id", in(due)), purging);
    return find(new Document("_id", in(due)).append("state", GroupDocument.PURGING), most);
  }

  @Override
  public long backlog(Instant deadline) {
    return Failures.repeatable(() -> database.groups().countDocuments(due(deadline)));
  }

  @Override
  public void removeChildren(Claim claim) {
    Document children =
        new Document("accountId", claim.account().value())
            .append("groupId", new ObjectId(claim.group().value()));
    Failures.repeatable(() -> database.memberships().deleteMany(children));
    Failures.repeatable(() -> database.favorites().deleteMany(children));
  }

  @Override
  public Removal removeGroup(Claim claim) {
    Document group =
        new Document("_id", new ObjectId(claim.group().value()))
            .append("accountId", claim.account().value())
            .append("state", GroupDocument.PURGING);
    long removed = Failures.repeatable(() -> database.groups().deleteOne(group).getDeletedCount());
    return removed == 1 ? Removal.REMOVED : Removal.NOTHING;
  }

  /** What was deleted long enough ago, and whatever a purge has begun on. */
  private static Document due(Instant deadline) {
    Document deleted =
        new Document("state", GroupDocument.DELETED)
            .append("deletedAt", new Document("$lte", deadline));
    Document marked = new Document("state", GroupDocument.PURGING);
    return Versions.understood(new Document("$or", List.of(deleted, marked)));
  }

  /** As documents, whose fields may have any type. */
  private List<Document> find(Document filter, int most) {
    return database
        .groups()
        .withDocumentClass(Document.class)
        .find(filter)
        .projection(Projections.include("accountId"))
        .sort(LONGEST_FIRST)
        .limit(most)
        .batchSize(most)
        .into(new ArrayList<>());
  }

  private static Document in(List<?> values) {
    return new Document("$in", values);
  }

  /** Nothing where the account or the id cannot be read: the purge goes past it. */
  private static Optional<Claim> claim(Document group) {
    try {
      if (group.get("_id") instanceof ObjectId id
          && group.get("accountId") instanceof String account) {
        return Optional.of(new Claim(new AccountId(account), new KpiGroupId(id.toHexString())));
      }
      throw new InvalidInput("Its id is no ObjectId, or its account no text.");
    } catch (InvalidInput e) {
      String id = String.valueOf(group.get("_id")).replaceAll("\\p{Cntrl}", "?");
      LOG.error("The deleted group " + id + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }
}
