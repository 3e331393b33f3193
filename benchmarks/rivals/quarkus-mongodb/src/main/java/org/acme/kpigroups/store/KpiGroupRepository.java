package org.acme.kpigroups.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.bson.conversions.Bson;

@ApplicationScoped
public class KpiGroupRepository implements PanacheMongoRepositoryBase<KpiGroup, String> {

  static Bson in(String account, String id) {
    return and(eq("_id", id), eq("accountId", account));
  }

  boolean has(String account, String id) {
    return mongoCollection().countDocuments(in(account, id)) > 0;
  }
}
