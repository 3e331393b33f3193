package io.kpigroups.adapter.mongo.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoCollection;
import io.kpigroups.adapter.mongo.support.LogLines;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** What another program has stored is shown as it is; what cannot be read at all is named. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class StoredDocumentsTest implements MongoFixture {
  private static final String NAME = " tab\there\u0000" + "x".repeat(300);

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject MongoCollections collections;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void aGroupThatOurRulesWouldHaveRefusedIsShownAsItIsStoredAndCanBeRenamed() {
    KpiGroupId id = newGroupId(ann);
    set("kpi_groups", new Document("name", NAME).append("createdById", "änn\n"));

    KpiGroup shown = allGroups(ann).get(0).group();
    assertThat(shown.name().value()).isEqualTo(NAME);
    assertThat(shown.created().by().value()).isEqualTo("änn\n");
    assertThat(storage.groups().find(ann, id).orElseThrow().group()).isEqualTo(shown);
    Name good = new Name("Good");
    assertThat(storage.groups().rename(ann, id, good, NOON, RevisionMatch.any()).group().name())
        .isEqualTo(good);
  }

  @Test
  void aKpiThatOurRulesWouldHaveRefusedIsShownAsItIsStored() {
    KpiId id = newKpi(ann);
    List<String> owners = IntStream.range(0, 2 * Kpi.MAX_OWNERS).mapToObj(i -> "ä" + i).toList();
    set("kpis", new Document("name", "").append("ownerIds", owners));

    Kpi shown = storage.kpis().find(ann, id).orElseThrow();
    assertThat(shown.name().value()).isEmpty();
    assertThat(shown.owners()).extracting(UserId::value).isEqualTo(owners);
    assertThat(kpis()).containsExactly(shown);
  }

  @Test
  void aListWithGroupsThatCannotBeReadIsRefusedAndTheLogNamesEachOfThem() {
    KpiGroupId one = newGroupId(ann);
    KpiGroupId two = newGroupId(ann);
    collection("kpi_groups").updateMany(ofAnn(), unset("createdById"));
    KpiGroupId good = newGroupId(ann);

    assertThat(refusal(() -> allGroups(ann)))
        .singleElement()
        .asString()
        .contains("kpi_groups", one.value(), two.value(), "createdById")
        .doesNotContain(good.value());
    assertThat(refusal(() -> storage.groups().find(ann, one))).hasSize(1);
    assertThat(storage.groups().find(ann, good)).isPresent();
  }

  @Test
  void aListWithGroupsOfOtherTypesIsRefusedAndTheLogNamesEachOfThem() {
    KpiGroupId one = newGroupId(ann);
    set("kpi_groups", new Document("revision", "first"));
    KpiGroupId two = newGroupId(ann);
    Document foreign = collection("kpi_groups").find(new Document("_id", two.value())).first();
    ObjectId id = new ObjectId();
    collection("kpi_groups").insertOne(foreign.append("_id", id));

    assertThat(refusal(() -> allGroups(ann)))
        .singleElement()
        .asString()
        .contains("kpi_groups", one.value(), id.toHexString())
        .doesNotContain(two.value());
  }

  @Test
  void favoritesThatCannotBeReadAreNamed() {
    KpiGroupId id = newGroupId(ann);
    favor(ann, id);
    set("kpi_group_favorites", new Document("groups", List.of(new Document("at", "noon"))));

    assertThat(refusal(() -> allGroups(ann)))
        .singleElement()
        .asString()
        .contains("kpi_group_favorites", ann.account().value() + ":ann");
  }

  @Test
  void aRegisterWithEntriesThatCannotBeReadIsRefusedAndTheLogNamesEachOfThem() {
    newKpi(ann);
    set("kpis", new Document("kpiId", "groups"));
    newKpi(ann);

    assertThat(refusal(this::kpis))
        .singleElement()
        .asString()
        .contains("kpis", collection("kpis").find(ofAnn()).first().getString("_id"));
  }

  @Test
  void thePurgeGoesPastWhatCannotBeRead() {
    Instant longAgo = Instant.parse("1998-01-01T00:00:00Z");
    KpiGroupId good = newGroupId(ann);
    storage.groups().delete(ann, good, longAgo, RevisionMatch.any());
    Document bad = collection("kpi_groups").find(ofAnn()).first();
    bad.append("accountId", "no account").append("_id", MongoFixture.randomHex());
    bad.append("deletedAt", Date.from(longAgo.minusSeconds(1)));
    collection("kpi_groups").insertOne(bad);

    assertThat(deletedGroups().claim(longAgo, 100, ann.deadline()))
        .anyMatch(claim -> claim.group().equals(good))
        .noneMatch(claim -> claim.group().value().equals(bad.getString("_id")));
    collection("kpi_groups").deleteOne(new Document("_id", bad.getString("_id")));
  }

  private List<Kpi> kpis() {
    return storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PageRange.first(100))).items();
  }

  private void set(String collection, Document values) {
    collection(collection).updateMany(ofAnn(), new Document("$set", values));
  }

  private static Document unset(String field) {
    return new Document("$unset", new Document(field, ""));
  }

  private MongoCollection<Document> collection(String name) {
    return collections.named(name, Duration.ofMinutes(5));
  }

  private Document ofAnn() {
    return new Document("accountId", ann.account().value());
  }

  /** What the log says while the store refuses. */
  private static List<String> refusal(Runnable call) {
    return LogLines.of(
        DocumentReader.class,
        () ->
            assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(call::run)
                .withMessageContaining("cannot be read"));
  }
}
