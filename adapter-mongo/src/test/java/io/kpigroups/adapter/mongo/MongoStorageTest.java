package io.kpigroups.adapter.mongo;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.UserId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
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
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    Document member =
        new Document("accountId", group.account().value())
            .append("groupId", new ObjectId(group.id().value()))
            .append("kpiId", kpi.value());
    return Optional.ofNullable(database.memberships().find(member).first())
        .map(found -> new Stamp(new UserId(found.addedById), found.dateAdded));
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    Document one = new Document("_id", new ObjectId(group.id().value()));
    return Optional.ofNullable(database.groups().find(one).first())
        .filter(found -> found.deletedById != null)
        .map(found -> new Stamp(new UserId(found.deletedById), found.deletedAt));
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
