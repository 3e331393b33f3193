package io.kpigroups.adapter.mongo.document;

import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;
import static java.util.stream.Collectors.toSet;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.InvalidInput;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The favorites of one user in one account as they are stored, also those on deleted groups. */
@MongoEntity(collection = FavoritesDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class FavoritesDocument {
  public static final String COLLECTION = "kpi_group_favorites";

  public String id;
  public String accountId;

  /** Raised by every change. */
  public @Nullable Long version;

  public List<Entry> groups = List.of();

  public int schemaVersion;

  /** A favorite: which group, and since when. */
  public static final class Entry {
    public @Nullable String g;
    public @Nullable Instant at;
  }

  /** Matches the document of the user who calls. */
  public static Document one(Call user) {
    String account = user.account().value();
    return new Document("_id", account + ":" + user.user().value()).append("accountId", account);
  }

  /**
   * The ids of the groups.
   *
   * @throws InvalidInput if one is missing
   */
  public Set<String> groupIds() {
    DocumentSchema.check(schemaVersion, 0);
    return groups.stream().map(entry -> required("g", entry.g)).collect(toSet());
  }
}
