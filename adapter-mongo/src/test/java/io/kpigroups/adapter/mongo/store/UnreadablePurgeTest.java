package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Deleted groups that another program has spoilt do not keep the purge from all later ones. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
@ResourceLock("io.kpigroups.testkit.marks")
class UnreadablePurgeTest implements MongoFixture {
  /** Before everything that other tests delete. */
  private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject MongoCollections collections;

  private final Call ann = annInNewAccount();
  private final List<Object> spoilt = new ArrayList<>();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @AfterEach
  void takeSpoiltGroupsAway() {
    groups().deleteMany(new Document("_id", new Document("$in", spoilt)));
  }

  @Test
  void aPurgeGoesPastGroupsThatCannotBeRead() {
    for (Object account : new Object[] {"no account/", 7, new Document("a", 1), true}) {
      spoil(new ObjectId(), account);
    }
    spoil("no group id", ann.account().value());
    spoil(12, "acme");
    KpiGroupId good = newGroupId(ann);
    storage.groups().delete(ann, good, FIRST.plusSeconds(1), RevisionMatch.any());

    assertThat(deletedGroups().claim(FIRST.plusSeconds(1), 1, MongoFixture.ample()))
        .containsExactly(new Claim(ann.account(), good));
  }

  private void spoil(Object id, Object account) {
    spoilt.add(id);
    groups()
        .insertOne(
            new Document("_id", id)
                .append("accountId", account)
                .append("state", GroupDocument.DELETED)
                .append("deletedAt", FIRST)
                .append("schemaVersion", 1)
                .append("nameKeyVersion", 1));
  }

  private MongoCollection<Document> groups() {
    return collections.named("kpi_groups", Duration.ofMinutes(5));
  }
}
