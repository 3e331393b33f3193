package org.acme.kpigroups.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import org.bson.conversions.Bson;

final class Upsert {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private Upsert() {}

  /** Whether the document is new. */
  static boolean of(MongoCollection<?> collection, Bson key, Bson change) {
    try {
      return collection.updateOne(key, change, UPSERT).getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      // Another request has made it meanwhile.
      return collection.updateOne(key, change, UPSERT).getUpsertedId() != null;
    }
  }
}
