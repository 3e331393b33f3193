package com.example.kpigroups.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.example.kpigroups.KpiRepository;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
@Profile("mongodb")
class MongoKpiRepository implements KpiRepository {

  private final MongoTemplate mongo;

  MongoKpiRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  @Override
  public boolean save(String accountId, String id, String name) {
    return mongo
            .upsert(
                Query.query(where("accountId").is(accountId).and("kpiId").is(id)),
                Update.update("name", name),
                KpiDocument.class)
            .getUpsertedId()
        != null;
  }
}
