package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.support.Interruptions;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiBatch.Result;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** How many commands a batch takes, and what it does to what others change meanwhile. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class MemberBatchTest implements MongoFixture {
  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject RecordedCommands recorded;
  @Inject Interruptions interruptions;
  @Inject MongoCollections collections;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void aBatchThatIsOnlyPutInTakesOneCommandAndTheLookAtTheRegister() {
    KpiGroupId id = newGroupId(ann);
    Stream.of("k1", "k2", "k3").forEach(kpi -> givenKpi(ann, new KpiId(kpi)));
    KpiBatch two = batch(List.of("k1", "k2"), List.of());
    assertThat(commandsOf(() -> change(id, two, REGISTERED))).containsExactly("find", "update");
    assertThat(commandsOf(() -> change(id, two, REGISTERED)))
        .containsExactly("find", "update", "find");
    KpiBatch oneMore = batch(List.of("k1", "k2", "k3"), List.of());
    assertThat(commandsOf(() -> change(id, oneMore, REGISTERED)))
        .containsExactly("find", "update", "find", "update");
    assertThat(commandsOf(() -> change(id, batch(List.of("k4", "k5"), List.of()), ANY_KPI)))
        .containsExactly("update");
    assertThat(members(id)).containsExactly("k1", "k2", "k3", "k4", "k5");
  }

  @Test
  void aBatchThatTakesOutTakesALookAndAChange() {
    KpiGroupId id = groupOf("k1", "k2", "k3");
    KpiBatch two = batch(List.of(), List.of("k1", "k2"));
    assertThat(commandsOf(() -> change(id, two, REGISTERED))).containsExactly("find", "update");
    assertThat(commandsOf(() -> change(id, two, REGISTERED))).containsExactly("find");
    assertThat(commandsOf(() -> change(id, batch(List.of(), List.of("k3")), REGISTERED)))
        .containsExactly("update");
    assertThat(commandsOf(() -> change(id, batch(List.of(), List.of()), REGISTERED)))
        .containsExactly("find");
    assertThat(members(id)).isEmpty();
  }

  @Test
  void aBatchThatDoesBothTakesThreeCommands() {
    KpiGroupId id = groupOf("k1", "k2");
    givenKpi(ann, new KpiId("k3"));
    KpiBatch both = batch(List.of("k3"), List.of("k1"));
    assertThat(commandsOf(() -> change(id, both, REGISTERED)))
        .containsExactly("find", "find", "update");
    assertThat(commandsOf(() -> change(id, both, REGISTERED))).containsExactly("find", "find");
    assertThat(members(id)).containsExactly("k2", "k3");
  }

  @Test
  void aRefusedBatchTakesAtMostFiveCommands() {
    KpiGroupId id = groupOf("k1", "k2");
    Stream.of("k3", "k4").forEach(kpi -> givenKpi(ann, new KpiId(kpi)));
    AccountRules three = MongoFixture.members(3, KnownKpis.REGISTERED);
    KpiBatch tooMany = batch(List.of("k3", "k4"), List.of());
    KpiBatch unknown = batch(List.of("k3", "k8", "k9"), List.of("k1"));
    assertThat(
            commandsOf(
                () ->
                    assertThatThrownBy(() -> change(id, tooMany, three))
                        .isInstanceOf(LimitReached.class)
                        .hasMessageContaining("2 are no longer in the register")))
        .containsExactly("find", "update", "find", "aggregate");
    assertThat(
            commandsOf(
                () ->
                    assertThatThrownBy(() -> change(id, unknown, REGISTERED))
                        .isInstanceOf(KpiNotFound.class)
                        .hasMessageContainingAll("k8", "k9")))
        .containsExactly("find", "find");
    assertThat(members(id)).containsExactly("k1", "k2");
  }

  /** A newer service or another program may keep more of a member than this one knows. */
  @Test
  void whatStaysInAGroupStaysAsItIsStored() {
    KpiGroupId id = groupOf("k1", "k2");
    MongoCollection<Document> groups = collections.named("kpi_groups", Duration.ofMinutes(5));
    Document group = new Document("_id", id.value());
    groups.updateOne(group, new Document("$set", new Document("members.1.note", "ours")));
    List<Document> before = groups.find(group).first().getList("members", Document.class);

    change(id, batch(List.of("k3"), List.of("k1")), ANY_KPI);

    assertThat(groups.find(group).first().getList("members", Document.class))
        .hasSize(2)
        .startsWith(before.get(1));
  }

  @Test
  void aBatchIsDecidedAgainOnWhatOthersHavePutInOrTakenOut() {
    KpiGroupId id = groupOf("k1", "k2");
    interruptions.begin();
    interruptions.before(1, () -> change(id, batch(List.of("k5"), List.of("k2")), ANY_KPI));
    assertThat(change(id, batch(List.of("k3", "k5"), List.of("k1", "k2")), ANY_KPI))
        .isEqualTo(new Result(1, 1, 2));
    assertThat(members(id)).containsExactly("k3", "k5");

    interruptions.begin();
    interruptions.before(2, () -> change(id, batch(List.of(), List.of("k3")), ANY_KPI));
    assertThat(change(id, batch(List.of("k3", "k4"), List.of()), ANY_KPI))
        .isEqualTo(new Result(2, 0, 0));
    assertThat(members(id)).containsExactly("k3", "k4", "k5");

    interruptions.begin();
    interruptions.before(1, () -> change(id, batch(List.of(), List.of("k3")), ANY_KPI));
    assertThat(change(id, batch(List.of(), List.of("k3", "k4")), ANY_KPI))
        .isEqualTo(new Result(0, 1, 1));
    assertThat(members(id)).containsExactly("k5");
    assertThat(interruptions.areOver()).isTrue();
  }

  @Test
  void aBatchThatFindsRoomWhichOthersTakeIsOneTooMany() {
    KpiGroupId id = groupOf("k1", "k2", "k3");
    AccountRules three = MongoFixture.members(3, KnownKpis.ANY);
    interruptions.begin();
    interruptions.before(1, () -> change(id, batch(List.of(), List.of("k2")), ANY_KPI));
    interruptions.before(2, () -> change(id, batch(List.of("k6"), List.of()), ANY_KPI));
    assertThatThrownBy(() -> change(id, batch(List.of("k4", "k3"), List.of()), three))
        .isInstanceOf(LimitReached.class);
    assertThat(interruptions.areOver()).isTrue();
    assertThat(members(id)).containsExactly("k1", "k3", "k6");
  }

  private KpiGroupId groupOf(String... kpis) {
    KpiGroupId id = newGroupId(ann);
    change(id, batch(List.of(kpis), List.of()), ANY_KPI);
    return id;
  }

  private Result change(KpiGroupId id, KpiBatch batch, AccountRules rules) {
    return storage.memberships().change(ann, id, batch, NOON, rules);
  }

  private static KpiBatch batch(List<String> add, List<String> remove) {
    return new KpiBatch(
        add.stream().map(KpiId::new).toList(), remove.stream().map(KpiId::new).toList());
  }

  private List<String> members(KpiGroupId id) {
    return storage
        .memberships()
        .list(ann, id, ListQuery.members(PageRange.first(10)))
        .items()
        .stream()
        .map(member -> member.kpi().value())
        .toList();
  }

  private List<String> commandsOf(Runnable operation) {
    return recorded.namesOfAtMost(4, ann, operation);
  }
}
