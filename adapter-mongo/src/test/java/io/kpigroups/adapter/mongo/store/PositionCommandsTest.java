package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.query.SortField;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.FieldValue.Time;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What the server is asked for a page that begins behind a place. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class PositionCommandsTest implements MongoFixture {
  private static final GroupSelection DELETED =
      GroupSelection.DELETED.deletedAfter(Instant.ofEpochSecond(7));

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
  void byIdItIsOneRange() {
    assertThat(found(GroupSelection.LIVE, groups(List.of())))
        .isEqualTo(sent("{@live, '_id': {'$gt': 'x'}}"));
    assertThat(found(GroupSelection.LIVE, groups(List.of(Order.descending(GroupField.ID)))))
        .isEqualTo(sent("{@live, '_id': {'$lt': 'x'}}"));
  }

  @Test
  void byAnotherKeyItIsTwoRangesEachOfAnIndex() {
    assertThat(found(GroupSelection.LIVE, groups(List.of(Order.ascending(GroupField.NAME)))))
        .isEqualTo(
            sent(
                "{'$or': [{@live, 'nameKey': {'$gt': 'x'}},"
                    + " {@live, 'nameKey': {'$eq': 'x'}, '_id': {'$gt': 'x'}}]}"));
    assertThat(
            found(GroupSelection.LIVE, groups(List.of(Order.descending(GroupField.DATE_CREATED)))))
        .isEqualTo(
            sent(
                "{'$or': [{@live, 'dateCreated': {'$lt': @time}},"
                    + " {@live, 'dateCreated': {'$eq': @time}, '_id': {'$lt': 'x'}}]}"));
  }

  @Test
  void ofDeletedGroupsTheEndOfTheTimeForARestoreStandsBesideThem() {
    assertThat(found(DELETED, groups(List.of(Order.descending(GroupField.DATE_DELETED)))))
        .isEqualTo(
            sent(
                "{'$or': [{@deleted, 'deletedAt': {'$lt': @time}},"
                    + " {@deleted, 'deletedAt': {'$eq': @time}, '_id': {'$lt': 'x'}}],"
                    + " 'deletedAt': {'$gt': {'$date': '1970-01-01T00:00:07Z'}}}"));
  }

  @Test
  void mixedDirectionsAreARangeForEachKey() {
    List<Order<GroupField>> order =
        List.of(Order.descending(GroupField.DATE_UPDATED), Order.ascending(GroupField.NAME));
    assertThat(found(GroupSelection.LIVE, groups(order)))
        .isEqualTo(
            sent(
                "{'$or': [{@live, 'dateUpdated': {'$lt': @time}},"
                    + " {@live, 'dateUpdated': {'$eq': @time}, 'nameKey': {'$gt': 'x'}},"
                    + " {@live, 'dateUpdated': {'$eq': @time}, 'nameKey': {'$eq': 'x'},"
                    + " '_id': {'$gt': 'x'}}]}"));
  }

  @Test
  void whatAFilterSaysStandsBesideTheRanges() {
    GroupSelection selection =
        GroupSelection.LIVE.with(
            FilterParser.parse("{name: \"a\", $or: [{kpiId: \"k\"}, {createdById: \"ann\"}]}"));
    assertThat(found(selection, groups(List.of(Order.ascending(GroupField.NAME)))))
        .isEqualTo(
            sent(
                "{'$or': [{@live, 'nameKey': {'$gt': 'x'}},"
                    + " {@live, 'nameKey': {'$eq': 'x'}, '_id': {'$gt': 'x'}}],"
                    + " 'name': {'$eq': 'a'},"
                    + " '$and': [{'$or': [{'members.k': {'$eq': 'k'}},"
                    + " {'createdById': {'$eq': 'ann'}}]}]}"));
  }

  @Test
  void theRegisterHasItsRangesToo() {
    assertThat(found(KpiFilter.ALL, kpis(List.of())))
        .isEqualTo(sent("{@account, 'kpiId': {'$gt': 'x'}}"));
    assertThat(found(KpiFilter.ALL, kpis(List.of(Order.descending(KpiField.NAME)))))
        .isEqualTo(
            sent(
                "{'$or': [{@account, 'nameKey': {'$lt': 'x'}},"
                    + " {@account, 'nameKey': {'$eq': 'x'}, 'kpiId': {'$lt': 'x'}}]}"));
  }

  @Test
  void aPageIsReadByOneCommandWithOneRowMoreThanItHasAndTheTotalByAnother() {
    IntStream.range(0, 5).forEach(i -> newGroup(ann, "Group " + i));
    ListQuery<GroupField> query = groups(List.of(Order.ascending(GroupField.NAME)));
    BsonDocument find = recorded.during(() -> list(GroupSelection.LIVE, query)).get(0).getCommand();
    assertThat(find.getNumber("limit").intValue()).isEqualTo(3);
    assertThat(find.containsKey("skip")).isFalse();
    assertThat(find.getDocument("sort")).isEqualTo(BsonDocument.parse("{nameKey: 1, _id: 1}"));
    assertThat(commandsOf(() -> list(GroupSelection.LIVE, query))).containsExactly("find");
    ListQuery<GroupField> counted =
        new ListQuery<>(query.order(), query.range(), true, query.after());
    assertThat(commandsOf(() -> list(GroupSelection.LIVE, counted)))
        .containsExactly("find", "aggregate");
  }

  private BsonDocument found(GroupSelection selection, ListQuery<GroupField> query) {
    return filterOf(recorded.during(() -> list(selection, query)));
  }

  private BsonDocument found(KpiFilter filter, ListQuery<KpiField> query) {
    return filterOf(recorded.during(() -> storage.kpis().list(ann, filter, query)));
  }

  private void list(GroupSelection selection, ListQuery<GroupField> query) {
    storage.groups().list(ann, selection, query);
  }

  private static BsonDocument filterOf(List<CommandStartedEvent> commands) {
    return commands.get(0).getCommand().getDocument("filter");
  }

  private List<String> commandsOf(Runnable operation) {
    return recorded.namesOfAtMost(3, ann, operation);
  }

  /** Behind the text x and the time of NOON. */
  private static ListQuery<GroupField> groups(List<Order<GroupField>> order) {
    return behind(ListQuery.groups(order, PageRange.first(2), false));
  }

  private static ListQuery<KpiField> kpis(List<Order<KpiField>> order) {
    return behind(ListQuery.kpis(order, PageRange.first(2), false));
  }

  private static <F extends Enum<F> & SortField<?>> ListQuery<F> behind(ListQuery<F> query) {
    List<FieldValue> values =
        query.order().stream()
            .<FieldValue>map(by -> by.field().isTime() ? new Time(NOON) : new Text("x"))
            .toList();
    return query.after(new Position(values));
  }

  private BsonDocument sent(String json) {
    String account = "'accountId': '" + ann.account().value() + "'";
    return BsonDocument.parse(
        json.replace("@live", account + ", 'state': 'live'")
            .replace("@deleted", account + ", 'state': 'deleted'")
            .replace("@account", account)
            .replace("@time", "{'$date': '" + NOON + "'}"));
  }
}
