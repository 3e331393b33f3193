package io.kpigroups.adapter.mongo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** How much of an index a server reads for a page or a total, as its own explain tells. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
@EnabledIfEnvironmentVariable(
    named = MongoServerResource.GIVEN,
    matches = ".+",
    disabledReason = "The server in this process explains nothing.")
class QueryPlanTest implements MongoFixture {
  private static final int GROUPS = 300;
  private static final PageRange PAGE = PageRange.first(50);

  /** One row more than the page, and each of two ranges is looked into once. */
  private static final int MOST_KEYS = 55;

  private static final String UNTOLD = "This server does not tell what it examined.";

  private static final Set<String> FIND =
      Set.of("find", "filter", "sort", "projection", "limit", "batchSize");

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject MongoCollections collections;
  @Inject MongoClient client;
  @Inject RecordedCommands recorded;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void everyOrderByOneKeyIsReadFromAnIndexFromEitherEnd() {
    givenGroups();
    for (GroupField field : GroupField.values()) {
      if (field != GroupField.DATE_DELETED) {
        assertIsReadInOrder(GroupSelection.LIVE, field);
      }
    }
  }

  @Test
  void deletedGroupsAreReadFromAnIndexToo() {
    givenGroups();
    allGroups(ann)
        .forEach(row -> storage.groups().delete(ann, row.group().id(), NOON, RevisionMatch.any()));
    assertIsReadInOrder(GroupSelection.DELETED, GroupField.DATE_DELETED);
    assertIsReadInOrder(GroupSelection.DELETED, GroupField.ID);
  }

  @Test
  void theGroupsOfAKpiAreReadFromAnIndexByTheirIds() {
    KpiId kpi = newKpi(ann);
    givenGroups();
    allGroups(ann).forEach(row -> join(ann, row.group().id(), kpi));
    assertIsReadInOrder(GroupSelection.LIVE.with(kpi), GroupField.ID);
  }

  /** An index that has an entry for each member would be the dearer the more there are. */
  @Test
  void aTotalIsCountedInAnIndexWithAnEntryForEachGroup() {
    KpiId one = newKpi(ann);
    KpiId other = newKpi(ann);
    givenGroups();
    allGroups(ann)
        .forEach(row -> List.of(one, other).forEach(kpi -> join(ann, row.group().id(), kpi)));
    for (GroupSelection selection : List.of(GroupSelection.LIVE, GroupSelection.LIVE.with(one))) {
      CommandStartedEvent count =
          recorded.during(() -> list(selection, ListQuery.groups(PAGE))).get(1);
      Document plan = explain(count, Set.of("aggregate", "pipeline", "cursor"));
      List<Integer> keysExamined = numbers(plan, "totalKeysExamined");
      assumeTrue(!keysExamined.isEmpty(), UNTOLD);
      assertThat(keysExamined).allMatch(keys -> keys <= GROUPS + 1);
      assertThat(numbers(plan, "totalDocsExamined")).allMatch(documents -> documents == 0);
    }
  }

  /** The values of a field, wherever this kind of server tells it. */
  private static List<Integer> numbers(Object plan, String field) {
    if (plan instanceof List<?> parts) {
      return parts.stream().flatMap(part -> numbers(part, field).stream()).toList();
    }
    return plan instanceof Document part
        ? part.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getKey().equals(field)
                        ? Stream.of(((Number) entry.getValue()).intValue())
                        : numbers(entry.getValue(), field).stream())
            .toList()
        : List.of();
  }

  private void givenGroups() {
    Index.ALL.forEach(index -> index.ensure(collections));
    for (int i = 0; i < GROUPS; i++) {
      newGroup(ann, "Group " + i % 3);
    }
  }

  private void assertIsReadInOrder(GroupSelection selection, GroupField field) {
    for (boolean descending : List.of(false, true)) {
      ListQuery<GroupField> query =
          ListQuery.groups(List.of(new Order<>(field, descending)), PAGE, false);
      KpiGroup last = list(selection, query.withRange(PageRange.first(GROUPS / 2)));
      for (ListQuery<GroupField> page :
          List.of(query, query.after(Position.of(query.order(), last)))) {
        Document plan = explain(recorded.during(() -> list(selection, page)).get(0), FIND);
        Document read = plan.get("executionStats", new Document());
        assumeTrue(read.containsKey("totalKeysExamined"), UNTOLD);
        String what = page + " " + plan.toJson();
        assertThat(((Number) read.get("totalKeysExamined")).intValue())
            .as(what)
            .isLessThanOrEqualTo(MOST_KEYS);
        assertThat(plan.get("queryPlanner", Document.class).toJson())
            .as(what)
            .doesNotContain("\"stage\": \"SORT\"");
      }
    }
  }

  /** The last row of the page. */
  private KpiGroup list(GroupSelection selection, ListQuery<GroupField> query) {
    var rows = storage.groups().list(ann, selection, query).items();
    return rows.get(rows.size() - 1).group();
  }

  private Document explain(CommandStartedEvent sent, Set<String> fields) {
    BsonDocument command = sent.getCommand().clone();
    command.keySet().retainAll(fields);
    return client
        .getDatabase(sent.getDatabaseName())
        .runCommand(new Document("explain", command).append("verbosity", "executionStats"));
  }
}
