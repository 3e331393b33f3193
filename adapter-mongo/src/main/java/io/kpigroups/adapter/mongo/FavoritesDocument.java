package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.UnreadableDocument.required;

import io.kpigroups.domain.failure.InvalidInput;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The favorites of one user in one account as they are stored, those on deleted groups too. */
@MongoEntity(collection = FavoritesDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class FavoritesDocument {
  static final String COLLECTION = "kpi_group_favorites";

  @BsonId public String id;
  public String accountId;

  /** Raised by every write. */
  public @Nullable Long version;

  public List<Entry> groups = List.of();
  public int schemaVersion;

  /** One of them: the group, and since when. */
  @RegisterForReflection
  @SuppressWarnings("NullAway.Init") // the codec sets the fields
  public static final class Entry {
    public String g;
    public Instant at;
  }

  /**
   * The ids of the groups.
   *
   * @throws InvalidInput if one cannot be read
   */
  Set<String> groupIds() {
    Versions.checkSchema(schemaVersion);
    Set<String> ids = new HashSet<>();
    required("groups", groups).forEach(entry -> ids.add(required("groups.g", entry.g)));
    return ids;
  }
}
