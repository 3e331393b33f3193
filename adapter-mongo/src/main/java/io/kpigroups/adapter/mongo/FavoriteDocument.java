package io.kpigroups.adapter.mongo;

import io.kpigroups.domain.Favorite;
import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** A favorite as it is stored. */
@MongoEntity(collection = "kpi_group_favorites")
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class FavoriteDocument {
  @BsonId public ObjectId id;
  public String accountId;
  public String userId;
  public ObjectId groupId;
  public int schemaVersion;

  static FavoriteDocument of(Favorite favorite) {
    FavoriteDocument document = new FavoriteDocument();
    document.accountId = favorite.account().value();
    document.userId = favorite.user().value();
    document.groupId = new ObjectId(favorite.group().value());
    document.schemaVersion = Versions.SCHEMA;
    return document;
  }
}
