package io.kpigroups.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jboss.logging.Logger;

/**
 * An index that makes lists and the purge fast. Every one starts with the account, which is also
 * the shard key, but that for the purge.
 *
 * @param collection which collection it is on
 * @param fields its keys, all ascending
 */
record Index(String collection, List<String> fields) {
  private static final Logger LOG = Logger.getLogger(Index.class);

  static final List<Index> ALL =
      List.of(
          groups("accountId", "state", "_id"),
          groups("accountId", "state", "nameKey", "_id"),
          groups("accountId", "state", "dateCreated", "_id"),
          groups("accountId", "state", "dateUpdated", "_id"),
          groups("state", "deletedAt", "_id"),
          new Index(FavoritesDocument.COLLECTION, List.of("accountId", "groups.g")),
          new Index(KpiDocument.COLLECTION, List.of("accountId", "kpiId")),
          new Index(KpiDocument.COLLECTION, List.of("accountId", "nameKey", "kpiId")));

  private static final Duration LOOK = Duration.ofSeconds(30);

  /** On data that are there already it may take long; who cut it off would begin it for ever. */
  private static final Duration BUILD = Duration.ofHours(12);

  private static final int UNAUTHORIZED = 13;

  /** IndexOptionsConflict and IndexKeySpecsConflict. */
  private static final Set<Integer> CONFLICTS = Set.of(85, 86);

  /** What makes an index of the same keys another one: it leaves documents out, or is not used. */
  private static final Set<String> RESTRICTIONS =
      Set.of("partialFilterExpression", "sparse", "collation", "hidden");

  private static Index groups(String... fields) {
    return new Index(GroupDocument.COLLECTION, List.of(fields));
  }

  /**
   * Makes the index unless there is one like it, whatever its name. One that cannot ever be made is
   * left alone, and the log says so.
   *
   * @throws MongoException if it cannot be made now
   */
  void ensure(Database database) {
    if (isThere(database)) {
      return;
    }
    try {
      database.collection(collection, BUILD).createIndex(Indexes.ascending(fields));
    } catch (MongoCommandException e) {
      if (!CONFLICTS.contains(e.getCode())) {
        throw e;
      }
      LOG.warn(
          this
              + " cannot be made, so that lists may be slow: another one stands in its way. Drop"
              + " that one, then start again.");
    }
  }

  private boolean isThere(Database database) {
    MongoCollection<Document> all = database.collection(collection, LOOK);
    Document keys = new Document();
    fields.forEach(field -> keys.append(field, 1L));
    try {
      return all.listIndexes().into(new ArrayList<>()).stream()
          .anyMatch(index -> isLike(keys, index));
    } catch (MongoCommandException e) {
      if (e.getCode() == UNAUTHORIZED) {
        return false; // the right to make one need not come with that to look
      }
      throw e;
    }
  }

  /** Whether the keys are the same, in their order, and it is restricted in no way. */
  private static boolean isLike(Document keys, Document index) {
    Document found = new Document();
    index
        .get("key", new Document())
        .forEach((key, direction) -> found.append(key, normal(direction)));
    return RESTRICTIONS.stream().allMatch(name -> Boolean.FALSE.equals(index.get(name, false)))
        && List.copyOf(found.entrySet()).equals(List.copyOf(keys.entrySet()));
  }

  /** Servers tell the direction as an int, a long or a double. */
  private static Object normal(Object direction) {
    return direction instanceof Number number ? number.longValue() : direction;
  }

  @Override
  public String toString() {
    return "The index on " + fields + " of the collection " + collection;
  }
}
