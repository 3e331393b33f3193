package io.kpigroups.adapter.mongo;

import io.kpigroups.adapter.mongo.document.FavoritesDocument;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.group.UnreadableRowContract;
import io.kpigroups.testkit.store.LockWaitContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.Document;

/** The contract of all stores, on MongoDB. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class MongoStorageTest extends KpiGroupStorageContract implements UnreadableRowContract {
  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject MongoCollections collections;

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Override
  public String triedWith() {
    return MongoServerResource.isGiven()
        ? "the MongoDB that " + MongoServerResource.GIVEN + " names"
        : "mongo-java-server in this process, not a real MongoDB";
  }

  /** The server in this process compares UTF-16 code units; MongoDB compares bytes of UTF-8. */
  @Override
  public boolean comparesByCodePoint() {
    return MongoServerResource.isGiven();
  }

  /** The server in this process reads all that it has for each page. */
  @Override
  public int groupsToWalk() {
    return Integer.getInteger("walk.groups", 300);
  }

  @Override
  public Map<Class<? extends StorageFixture>, String> notOffered() {
    return Map.of(
        LockWaitContract.class,
        "The suite locks no document: the server in this process has no transactions.");
  }

  /** Another program left out everything that makes it a group. */
  @Override
  public void givenUnreadableGroup(AccountId account, String name) {
    collections
        .groups(MongoFixture.ample())
        .withTimeLeft()
        .withDocumentClass(Document.class)
        .insertOne(
            new Document("_id", Scene.unusedId().value())
                .append("accountId", account.value())
                .append("state", "live")
                .append("version", "not a number")
                .append("nameKey", new Name(name).key().value()));
  }

  @Override
  public Optional<Stamp> storedMembership(KpiGroup group, KpiId kpi) {
    return stored(group).stream()
        .flatMap(found -> members(found).stream())
        .filter(member -> member.getString("k").getValue().equals(kpi.value()))
        .map(member -> stamp(member))
        .findFirst();
  }

  @Override
  public Optional<Stamp> storedDeletion(KpiGroup group) {
    return stored(group)
        .filter(found -> found.deletedById != null)
        .map(found -> new Stamp(new UserId(found.deletedById), found.deletedAt));
  }

  private Optional<GroupDocument> stored(KpiGroup group) {
    Document one = new Document("_id", group.id().value());
    return Optional.ofNullable(
        collections.groups(MongoFixture.ample()).withTimeLeft().find(one).first());
  }

  private static Stamp stamp(BsonDocument member) {
    UserId by = new UserId(member.getString("by").getValue());
    return new Stamp(by, Instant.ofEpochMilli(member.getDateTime("at").getValue()));
  }

  private static List<BsonDocument> members(GroupDocument group) {
    return Objects.requireNonNull(group.members);
  }

  @Override
  public long storedRows(AccountId account) {
    Document ofAccount = new Document("accountId", account.value());
    List<GroupDocument> groups =
        collections
            .groups(MongoFixture.ample())
            .withTimeLeft()
            .find(ofAccount)
            .into(new ArrayList<>());
    List<FavoritesDocument> favorites =
        collections
            .favorites(MongoFixture.ample())
            .withTimeLeft()
            .find(ofAccount)
            .into(new ArrayList<>());
    return groups.size()
        + groups.stream().mapToLong(group -> members(group).size()).sum()
        + favorites.stream().mapToLong(user -> user.groups.size()).sum()
        + collections.kpis(MongoFixture.ample()).count(ofAccount)
        + collections.keys(MongoFixture.ample()).count(ofAccount);
  }
}
