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
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that another program has stored are shown as they are; unreadable ones are named. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class StoredMembersTest implements MongoFixture {
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
  void aMemberThatOurRulesWouldHaveRefusedIsShownAsItIsStored() {
    KpiGroupId id = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    set("kpi_groups", "members", List.of(entry(kpi.value()).append("by", "änn\n")));
    set("kpis", "name", "\u0000");

    Stamp added = new Stamp(UserId.stored("änn\n"), NOON);
    assertThat(members(id))
        .containsExactly(new Member(kpi, Optional.of(Name.stored("\u0000")), added));
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "by", "at"})
  void aGroupWithAMemberThatLacksSomethingIsNamedInTheLog(String field) {
    Document lacking = entry("two");
    lacking.remove(field);
    assertUnreadable(List.of(entry("one"), lacking));
  }

  @Test
  void aGroupWithAMemberOfAnotherTypeIsNamedInTheLog() {
    assertUnreadable(List.of(entry("one").append("at", "noon")));
    assertUnreadable(List.of(entry("no id, with spaces")));
    assertUnreadable(List.of("one"));
    assertUnreadable("none");
  }

  private void assertUnreadable(Object members) {
    KpiGroupId id = newGroupId(ann);
    set("kpi_groups", "members", members);
    assertThat(refusal(() -> members(id)))
        .singleElement()
        .asString()
        .contains("kpi_groups", id.value());
  }

  @Test
  void aMemberWhoseEntryInTheRegisterCannotBeReadIsNoMemberWithoutAName() {
    KpiGroupId id = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    join(ann, id, kpi);
    set("kpis", "name", 7);
    assertThat(refusal(() -> members(id)))
        .singleElement()
        .asString()
        .contains("kpis", ann.account().value() + ":" + kpi.value());
  }

  private List<Member> members(KpiGroupId id) {
    return storage.memberships().list(ann, id, ListQuery.members(PageRange.first(10))).items();
  }

  private static Document entry(String kpi) {
    return new Document("k", kpi).append("by", "ann").append("at", Date.from(NOON));
  }

  private void set(String collection, String field, Object value) {
    MongoCollection<Document> all = collections.named(collection, Duration.ofMinutes(5));
    all.updateMany(
        new Document("accountId", ann.account().value()),
        new Document("$set", new Document(field, value)));
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
