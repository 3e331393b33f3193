package io.kpigroups.adapter.mongo;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.kpigroups.domain.StorageUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sees to it that the indexes are there. Making one that is there already changes nothing.
 *
 * <p>Every index starts with the account, which is also the shard key, but the one for the purge.
 * The unique ones carry invariants: one membership, one favorite, one entry of the register.
 */
@ApplicationScoped
class IndexSetup {
  /** Building an index on data that is there already may take long; at start there is time. */
  private static final Duration BUILD = Duration.ofMinutes(10);

  /** IndexOptionsConflict, IndexKeySpecsConflict, and the codes for a duplicate key. */
  private static final Set<Integer> INCOMPATIBLE = Set.of(85, 86, 11000, 11001);

  private static final List<Index> ALL =
      List.of(
          new Index("kpi_groups", false, "accountId", "state", "_id"),
          new Index("kpi_groups", false, "accountId", "state", "nameKey", "_id"),
          new Index("kpi_groups", false, "accountId", "state", "dateCreated", "_id"),
          new Index("kpi_groups", false, "accountId", "state", "dateUpdated", "_id"),
          new Index("kpi_groups", false, "state", "deletedAt", "_id"),
          new Index("kpi_group_memberships", true, "accountId", "groupId", "kpiId"),
          new Index("kpi_group_memberships", false, "accountId", "kpiId", "groupId"),
          new Index("kpi_group_favorites", true, "accountId", "userId", "groupId"),
          new Index("kpi_group_favorites", false, "accountId", "groupId"),
          new Index("kpis", true, "accountId", "kpiId"),
          new Index("kpis", false, "accountId", "nameKey", "kpiId"));

  private final Database database;
  private volatile boolean done;

  IndexSetup(Database database) {
    this.database = database;
  }

  /**
   * Makes the indexes that are missing, unless this was done before.
   *
   * @throws IllegalStateException naming an index that is there in another form or that the data
   *     contradict
   * @throws StorageUnavailable if the database cannot be reached
   */
  void ensure() {
    if (!done) {
      Failures.repeatable(
          () -> {
            database.ping();
            ALL.forEach(this::create);
            return done = true;
          });
    }
  }

  /**
   * The same for a caller who cannot tell an operator about an incompatible index.
   *
   * @throws StorageUnavailable if the indexes are not as they must be
   */
  void require() {
    try {
      ensure();
    } catch (IllegalStateException e) {
      throw new StorageUnavailable("The database is not set up for this service.", e);
    }
  }

  private void create(Index index) {
    try {
      database
          .collection(index.collection, BUILD)
          .createIndex(Indexes.ascending(index.fields), new IndexOptions().unique(index.unique));
    } catch (MongoCommandException | DuplicateKeyException e) {
      if (!INCOMPATIBLE.contains(e.getCode())) {
        throw e;
      }
      throw new IllegalStateException(index.conflict(), e);
    }
  }

  private record Index(String collection, boolean unique, List<String> fields) {
    Index(String collection, boolean unique, String... fields) {
      this(collection, unique, List.of(fields));
    }

    String conflict() {
      return String.format(
          Locale.ROOT,
          """
          The %sindex on %s of the collection %s cannot be made: there is one of other options, or \
          the data contradict it. Drop that index or correct the data, then start again.""",
          unique ? "unique " : "",
          fields,
          collection);
    }
  }
}
