package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many commands members and favorites take, within the account. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class MemberCommandsTest implements MongoFixture {
  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject RecordedCommands recorded;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void aMembershipTakesOneCommandAndTheLookAtTheRegisterWhereThereMustBeOne() {
    KpiGroupId id = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    KpiId other = newKpi(ann);
    var members = storage.memberships();
    assertThat(commandsOf(() -> members.add(ann, id, kpi, NOON, REGISTERED)))
        .containsExactly("find", "update");
    assertThat(commandsOf(() -> members.add(ann, id, kpi, NOON, REGISTERED)))
        .containsExactly("find", "update", "find");
    assertThat(commandsOf(() -> members.add(ann, id, other, NOON, ANY_KPI)))
        .containsExactly("update");
    assertThat(commandsOf(() -> members.remove(ann, id, kpi, NOON, REGISTERED)))
        .containsExactly("update");
    assertThat(commandsOf(() -> members.remove(ann, id, kpi, NOON, REGISTERED)))
        .containsExactly("update", "find", "find");
  }

  @Test
  void aFullGroupTakesFiveCommandsToSayHowManyOfItsMembersAreUnregistered() {
    KpiGroupId id = newGroupId(ann);
    IntStream.range(0, 3).forEach(i -> join(ann, id, newKpi(ann)));
    KpiId oneTooMany = newKpi(ann);
    assertThat(commandsOfRefusal(() -> add(id, oneTooMany, 3, KnownKpis.REGISTERED)))
        .containsExactly("find", "update", "find", "find", "aggregate");
    assertThat(commandsOfRefusal(() -> add(id, oneTooMany, 3, KnownKpis.ANY)))
        .containsExactly("update", "find");
  }

  private void add(KpiGroupId id, KpiId kpi, int limit, KnownKpis known) {
    storage.memberships().add(ann, id, kpi, NOON, MongoFixture.members(limit, known));
  }

  @Test
  void aFavoriteTakesTheLookAtTheGroupAndOneChangeHoweverManyThereAre() {
    List<KpiGroupId> groups = IntStream.range(0, 120).mapToObj(i -> newGroupId(ann)).toList();
    groups.forEach(group -> favor(ann, group));
    KpiGroupId next = newGroupId(ann);
    assertThat(commandsOf(() -> favor(next, 121))).containsExactly("find", "update");
    assertThat(commandsOf(() -> favor(next, 121))).containsExactly("find", "update", "find");
    assertThat(commandsOf(() -> storage.favorites().remove(ann, next, NOON)))
        .containsExactly("find", "update");
    assertThat(commandsOf(() -> storage.favorites().remove(ann, next, NOON)))
        .containsExactly("find", "update", "find");
  }

  /** The only operation that may take five commands and succeed: the fourth is what it costs. */
  @Test
  void atTheLimitOfFavoritesItIsAskedWhichOfTheGroupsLive() {
    List<KpiGroupId> groups = IntStream.range(0, 3).mapToObj(i -> newGroupId(ann)).toList();
    groups.forEach(group -> favor(ann, group));
    KpiGroupId next = newGroupId(ann);
    assertThat(commandsOfRefusal(() -> favor(next, 3)))
        .containsExactly("find", "update", "find", "aggregate");
    storage.groups().delete(ann, groups.get(0), NOON, RevisionMatch.any());
    assertThat(recorded.namesOfAtMost(5, ann, () -> favor(next, 3)))
        .containsExactly("find", "update", "find", "aggregate", "update");
  }

  private void favor(KpiGroupId id, int limit) {
    storage.favorites().add(ann, id, NOON, MongoFixture.favorites(limit));
  }

  private List<String> commandsOf(Runnable operation) {
    return recorded.namesOfAtMost(4, ann, operation);
  }

  private List<String> commandsOfRefusal(Runnable operation) {
    return recorded.namesOfAtMost(
        5, ann, () -> assertThatThrownBy(operation::run).isInstanceOf(LimitReached.class));
  }
}
