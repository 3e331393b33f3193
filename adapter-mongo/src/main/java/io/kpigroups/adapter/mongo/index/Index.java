package io.kpigroups.adapter.mongo.index;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.Indexes;
import io.kpigroups.adapter.mongo.document.FavoritesDocument;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.KeyDocument;
import io.kpigroups.adapter.mongo.document.KpiDocument;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * An index that makes lists or the purge fast. All but those for the purge start with the account,
 * which is the shard key.
 *
 * @param collection which collection it is on
 * @param fields its keys, all ascending
 */
public record Index(String collection, List<String> fields) {
  private static final Logger LOG = Logger.getLogger(Index.class);

  static final List<Index> ALL =
      List.of(
          new Index(GroupDocument.COLLECTION, List.of("accountId", "state", "_id")),
          new Index(GroupDocument.COLLECTION, List.of("accountId", "state", "nameKey", "_id")),
          new Index(GroupDocument.COLLECTION, List.of("accountId", "state", "dateCreated", "_id")),
          new Index(GroupDocument.COLLECTION, List.of("accountId", "state", "dateUpdated", "_id")),
          new Index(GroupDocument.COLLECTION, List.of("accountId", "state", "deletedAt", "_id")),
          new Index(GroupDocument.COLLECTION, List.of("accountId", "state", "members.k", "_id")),
          new Index(GroupDocument.COLLECTION, List.of("state", "deletedAt", "_id")),
          new Index(FavoritesDocument.COLLECTION, List.of("accountId", "groups.g")),
          new Index(KeyDocument.COLLECTION, List.of("accountId", "groupId")),
          new Index(KeyDocument.COLLECTION, List.of("dateCreated")),
          new Index(KpiDocument.COLLECTION, List.of("accountId", "kpiId")),
          new Index(KpiDocument.COLLECTION, List.of("accountId", "nameKey", "kpiId")),
          new Index(KpiDocument.COLLECTION, List.of("accountId", "ownerIds", "kpiId")));

  private static final Duration LOOK = Duration.ofSeconds(30);

  /** On a lot of data it takes long, and a shorter limit would end every try. */
  private static final Duration BUILD = Duration.ofHours(12);

  private static final int UNAUTHORIZED = 13;

  /** IndexOptionsConflict and IndexKeySpecsConflict. */
  private static final Set<Integer> CONFLICTS = Set.of(85, 86);

  /**
   * Options that make an index of the same keys another one: it leaves documents out or is unused.
   */
  private static final Set<String> RESTRICTIONS =
      Set.of("partialFilterExpression", "sparse", "collation", "hidden");

  /**
   * Makes the index unless there is an equal one, whatever its name. If another index is in its
   * way, it is not made, and the log says so.
   *
   * @throws MongoException if it cannot be made now
   */
  public void ensure(MongoCollections collections) {
    if (isThere(collections)) {
      return;
    }
    try {
      collections.named(collection, BUILD).createIndex(Indexes.ascending(fields));
    } catch (MongoCommandException e) {
      if (!CONFLICTS.contains(e.getCode())) {
        throw e;
      }
      String failed = " cannot be made, so that lists may be slow: another index is in its way.";
      LOG.warn(this + failed + " Drop that index, then start again.");
    }
  }

  private boolean isThere(MongoCollections collections) {
    try {
      return collections.named(collection, LOOK).listIndexes().into(new ArrayList<>()).stream()
          .anyMatch(this::isLike);
    } catch (MongoCommandException e) {
      if (e.getCode() == UNAUTHORIZED) {
        return false; // the right to make one need not include the right to look
      }
      throw e;
    }
  }

  /**
   * Whether the keys are the same, in the same order, and it is not restricted. Servers tell the
   * direction of a key as an int, a long or a double.
   */
  private boolean isLike(Document index) {
    Document keys = index.get("key", new Document());
    return List.copyOf(keys.keySet()).equals(fields)
        && keys.values().stream().allMatch(way -> way instanceof Number it && it.intValue() == 1)
        && RESTRICTIONS.stream().allMatch(name -> Boolean.FALSE.equals(index.get(name, false)));
  }
}
