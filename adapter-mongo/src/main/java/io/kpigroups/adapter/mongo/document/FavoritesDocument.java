package io.kpigroups.adapter.mongo.document;

import static java.util.stream.Collectors.toSet;

import io.kpigroups.application.port.Call;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import java.util.Set;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The favorites of one user in one account as they are stored, also those on deleted groups. */
@MongoEntity(collection = FavoritesDocument.COLLECTION)
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class FavoritesDocument {
  public static final String COLLECTION = "kpi_group_favorites";

  @BsonId public String id;
  public String accountId;

  /** Raised by every change. */
  public @Nullable Long version;

  /** The groups: {@code g}, which; {@code at}, since when. */
  public List<BsonDocument> groups = List.of();

  public int schemaVersion;

  /** Matches the document of the user who calls. */
  public static Document one(Call user) {
    String account = user.account().value();
    return new Document("_id", account + ":" + user.user().value()).append("accountId", account);
  }

  /**
   * The ids of the groups.
   *
   * @throws BSONException if one cannot be read
   */
  public Set<String> groupIds() {
    DocumentSchema.check(schemaVersion, 0);
    return groups.stream().map(entry -> entry.getString("g").getValue()).collect(toSet());
  }
}
