package org.acme.kpigroups.store;

import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.types.ObjectId;

@MongoEntity(collection = "favorites")
public class Favorite {
  public ObjectId id;
  public String accountId;
  public String userId;
  public String groupId;
}
