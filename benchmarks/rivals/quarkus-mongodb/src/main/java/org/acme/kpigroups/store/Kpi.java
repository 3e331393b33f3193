package org.acme.kpigroups.store;

import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.types.ObjectId;

@MongoEntity(collection = "kpis")
public class Kpi {
  public ObjectId id;
  public String accountId;
  public String kpiId;
  public String name;
}
