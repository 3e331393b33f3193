package io.kpigroups.adapter.mongo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that a newer version of the service wrote are refused and left as they are. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class NewerDocumentsTest implements MongoFixture {
  private static final ListQuery<MemberField> MEMBERS = ListQuery.members(PageRange.first(1));
  private static final ListQuery<GroupField> FIRST = ListQuery.groups(PageRange.first(1));

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject MongoCollections collections;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemaVersion", "nameKeyVersion"})
  void aGroupOfANewerVersionIsNeitherReadNorChanged(String version) {
    KpiGroupId id = newGroupId(ann);
    Name name = new Name("New");
    KpiId kpi = new KpiId("revenue");
    KpiBatch batch = new KpiBatch(List.of(kpi), List.of(new KpiId("costs")));
    List<Document> newer = makeNewer("kpi_groups", version);
    assertRefused(() -> storage.groups().list(ann, GroupSelection.LIVE, FIRST));
    assertRefused(() -> storage.groups().find(ann, id));
    assertRefused(() -> storage.groups().rename(ann, id, name, NOON, RevisionMatch.any()));
    assertRefused(() -> storage.groups().delete(ann, id, NOON, RevisionMatch.any()));
    assertRefused(() -> favor(ann, id));
    assertRefused(() -> storage.memberships().add(ann, id, kpi, NOON, ANY_KPI));
    assertRefused(() -> storage.memberships().remove(ann, id, kpi, NOON, ANY_KPI));
    assertRefused(() -> storage.memberships().change(ann, id, batch, NOON, ANY_KPI));
    assertRefused(() -> storage.memberships().list(ann, id, MEMBERS));
    assertThat(stored("kpi_groups")).isEqualTo(newer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemaVersion", "nameKeyVersion"})
  void aDeletedGroupOfANewerVersionIsNotPurged(String version) {
    Instant longAgo = Instant.parse("1999-01-01T00:00:00Z");
    KpiGroupId id = newGroupId(ann);
    storage.groups().delete(ann, id, longAgo, RevisionMatch.any());
    List<Document> newer = makeNewer("kpi_groups", version);
    assertThat(deletedGroups().claim(longAgo, 100, ann.deadline()))
        .noneMatch(claim -> claim.account().equals(ann.account()));
    assertRefused(() -> storage.groups().list(ann, GroupSelection.DELETED, FIRST));
    assertRefused(() -> restore(ann, id));
    assertThat(stored("kpi_groups")).isEqualTo(newer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemaVersion", "nameKeyVersion"})
  void aKpiOfANewerVersionIsNeitherReadNorReplaced(String version) {
    KpiId id = newKpi(ann);
    KpiGroupId group = newGroupId(ann);
    join(ann, group, id);
    Kpi other = new Kpi(ann.account(), id, new Name("Other"), List.of());
    List<Document> newer = makeNewer("kpis", version);
    assertRefused(
        () -> storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PageRange.first(1))));
    assertRefused(() -> storage.kpis().find(ann, id));
    assertRefused(() -> storage.memberships().list(ann, group, MEMBERS));
    assertRefused(() -> kpiRegistry().put(ann, other, KpiCondition.NONE, NO_LIMITS));
    assertRefused(() -> kpiRegistry().remove(ann, id, KpiCondition.NONE));
    assertThat(stored("kpis")).isEqualTo(newer);
  }

  @Test
  void favoritesOfANewerVersionAreNeitherReadNorChanged() {
    KpiGroupId id = newGroupId(ann);
    favor(ann, id);
    List<Document> newer = makeNewer("kpi_group_favorites", "schemaVersion");
    assertRefused(() -> storage.groups().list(ann, GroupSelection.LIVE, FIRST));
    assertRefused(() -> storage.groups().find(ann, id));
    assertRefused(() -> favor(ann, newGroupId(ann)));
    assertRefused(() -> storage.favorites().remove(ann, id, NOON));
    assertThat(stored("kpi_group_favorites")).isEqualTo(newer);
  }

  @Test
  void aKeyOfANewerVersionIsNeitherReadNorChanged() {
    IdempotencyStore keys = storage.idempotency().orElseThrow();
    IdempotencyKey key = new IdempotencyKey("key");
    Name name = new Name("Group");
    KeyedCreate kept = keys.claim(ann, key, MongoFixture.newId(), name, NOON);
    List<Document> newer = makeNewer("idempotency_keys", "schemaVersion");
    assertRefused(() -> keys.claim(ann, key, MongoFixture.newId(), name, NOON));
    keys.finish(ann, key, kept);
    keys.release(ann, key, kept);
    assertThat(stored("idempotency_keys")).isEqualTo(newer);
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("version 99");
  }

  private List<Document> makeNewer(String collection, String version) {
    collection(collection).updateMany(ofAnn(), new Document("$set", new Document(version, 99)));
    return stored(collection);
  }

  private List<Document> stored(String collection) {
    return collection(collection).find(ofAnn()).into(new ArrayList<>());
  }

  private MongoCollection<Document> collection(String name) {
    return collections.named(name, Duration.ofMinutes(5));
  }

  private Document ofAnn() {
    return new Document("accountId", ann.account().value());
  }
}
