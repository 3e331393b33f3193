package io.kpigroups.adapter.mongo;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.AccountId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract of all stores, on MongoDB. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class MongoStorageTest extends KpiGroupStorageContract {
  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject Database database;

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  /** The server in this process compares UTF-16 code units; MongoDB compares bytes of UTF-8. */
  @Override
  @Test
  @EnabledIfEnvironmentVariable(named = "KPIGROUPS_TEST_MONGODB", matches = ".+")
  public void namesBeyondTheBasicPlaneSortBehindAllOthers() {
    super.namesBeyondTheBasicPlaneSortBehindAllOthers();
  }

  @Override
  public long storedRows(AccountId account) {
    Document ofAccount = new Document("accountId", account.value());
    return database.groups().countDocuments(ofAccount)
        + database.memberships().countDocuments(ofAccount)
        + database.favorites().countDocuments(ofAccount)
        + database.kpis().countDocuments(ofAccount);
  }
}
