package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What the server is asked to count. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class CountCommandsTest implements MongoFixture {
  private static final Name NAME = new Name("Name");
  private static final AccountLimits LIMITS = new AccountLimits(7, 8, PLENTY, PLENTY);
  private static final String END = "{$group: {_id: 1, n: {$sum: 1}}}";

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
  void forALimitItCountsNoFurtherThanThat() {
    KpiGroupId id = MongoFixture.newId();
    List<String> live =
        List.of("{$match: {@account, state: 'live'}}", "{$limit: {$numberLong: '7'}}", END);
    assertThat(counted(() -> storage.groups().create(ann, id, NAME, NOON, LIMITS)))
        .isEqualTo(sent(live));
    storage.groups().delete(ann, id, NOON, RevisionMatch.any());
    assertThat(counted(() -> storage.groups().restore(ann, id, NOON, Instant.EPOCH, LIMITS)))
        .isEqualTo(sent(live));
    Kpi kpi = new Kpi(ann.account(), new KpiId("revenue"), NAME, List.of());
    assertThat(counted(() -> kpiRegistry().put(ann, kpi, KpiCondition.NONE, LIMITS)))
        .isEqualTo(sent(List.of("{$match: {@account}}", "{$limit: {$numberLong: '8'}}", END)));
  }

  /** Of the indexes that begin with the account and the state only one goes on with the id. */
  @Test
  void theTotalOfAWholeListIsARangeOfIdsWithoutALimit() {
    List.of(1, 2).forEach(i -> newGroup(ann, "Group " + i));
    assertThat(counted(() -> list(GroupSelection.LIVE)))
        .isEqualTo(sent(List.of("{$match: {@account, state: 'live', _id: {$gte: ''}}}", END)));
    List.of(1, 2).forEach(i -> newKpi(ann));
    assertThat(
            counted(
                () -> storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PageRange.first(1)))))
        .isEqualTo(sent(List.of("{$match: {@account, kpiId: {$gte: ''}}}", END)));
  }

  @Test
  void theTotalOfAPartIsThatOfItsFilter() {
    KpiId kpi = newKpi(ann);
    List.of(1, 2).forEach(i -> join(ann, newGroupId(ann), kpi));
    String with = "{$match: {@account, state: 'live', 'members.k': {$eq: '" + kpi.value() + "'}}}";
    assertThat(counted(() -> list(GroupSelection.LIVE.with(kpi))))
        .isEqualTo(sent(List.of(with, END)));
  }

  private void list(GroupSelection selection) {
    storage.groups().list(ann, selection, ListQuery.groups(PageRange.first(1)));
  }

  /** The stages of the only count. */
  private BsonArray counted(Runnable operation) {
    List<CommandStartedEvent> counts =
        recorded.during(operation).stream()
            .filter(command -> command.getCommandName().equals("aggregate"))
            .toList();
    assertThat(counts).hasSize(1);
    return counts.get(0).getCommand().getArray("pipeline");
  }

  private BsonArray sent(List<String> stages) {
    String account = "accountId: '" + ann.account().value() + "'";
    return new BsonArray(
        stages.stream()
            .map(stage -> BsonDocument.parse(stage.replace("@account", account)))
            .toList());
  }
}
