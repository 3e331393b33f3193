package io.kpigroups.adapter.mongo.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.filter.FilterParser;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server is asked for a filter, and how often. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class FilterCommandsTest implements MongoFixture {
  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject RecordedCommands recorded;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  /** The account and the state stand in front of each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {name: "a"}                          | {"name": {"$eq": "a"}}
          {name: {$in: ["a", "b"]}}            | {"name": {"$in": ["a", "b"]}}
          {name: {$ne: "a"}}                   | {"name": {"$nin": ["a"]}}
          {createdById: {$gt: "ann"}}          | {"createdById": {"$gt": "ann"}}
          {kpiId: "k"}                         | {"members.k": {"$eq": "k"}}
          {kpiId: {$in: ["k", "l"]}}           | {"members.k": {"$in": ["k", "l"]}}
          {favorite: false}                    | {"_id": {"$nin": []}}
          {dateCreated: {$lte: "1970-01-01T00:00:01Z"}} | {"dateCreated": {"$lte": {"$date": "1970-01-01T00:00:01Z"}}}
          {name: {$gt: "a", $lt: "c"}}         | {"name": {"$gt": "a"}, "$and": [{"name": {"$lt": "c"}}]}
          {$or: [{name: "a"}, {kpiId: "k"}]}   | {"$or": [{"name": {"$eq": "a"}}, {"members.k": {"$eq": "k"}}]}
          {name: {$in: []}}                          | {"_id": {"$in": []}}
          {name: {$regex: "^Sä.*"}}            | {"nameKey": {"$gte": "sa", "$lt": "sb"}}
          {name: {$regex: "ä$"}}               | {}
          {$or: [{kpiId: "k"}, {name: {$regex: "a"}}]} | {}
          """)
  void aFilterIsSentAs(String filter, String sent) {
    BsonDocument expected = new BsonDocument();
    expected.putAll(BsonDocument.parse(accountAndState()));
    expected.putAll(BsonDocument.parse(sent));
    List<CommandStartedEvent> commands = recorded.during(() -> list(filter, false));
    assertThat(filterOf(commands.get(commands.size() - 1))).isEqualTo(expected);
  }

  private String accountAndState() {
    return "{\"accountId\": \"" + ann.account().value() + "\", \"state\": \"live\"}";
  }

  @Test
  void favoritesAreReadOnceAndFirstIfTheFilterNamesThem() {
    List<String> ids =
        IntStream.range(0, 3)
            .mapToObj(i -> newGroupId(ann))
            .peek(id -> favor(ann, id))
            .map(id -> id.value())
            .toList();
    List<CommandStartedEvent> commands = recorded.during(() -> list("{favorite: true}", true));
    assertThat(commands)
        .extracting(command -> command.getCommandName())
        .containsExactly("find", "find", "aggregate");
    assertThat(commands.get(0).getCommand().getString("find").getValue())
        .isEqualTo("kpi_group_favorites");
    assertThat(filterOf(commands.get(1)).getDocument("_id").getArray("$in"))
        .extracting(id -> id.asString().getValue())
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(commandsOf("{name: {$ne: \"x\"}}", false)).containsExactly("find", "find");
  }

  @Test
  void whoHasNoFavoritesIsToldSoByOneCommand() {
    newGroupId(ann);
    assertThat(commandsOf("{favorite: true}", true)).containsExactly("find");
    assertThat(commandsOf("{name: {$ne: \"x\"}, favorite: true}", true)).containsExactly("find");
  }

  @Test
  void groupsThatMustLookLikeSomethingAreReadUntilThePageIsFull() {
    IntStream.range(0, 5).forEach(i -> newGroup(ann, "Sales " + i));
    assertThat(commandsOf("{name: {$regex: \"^Sal\"}}", false)).containsExactly("find", "find");
    assertThat(commandsOf("{name: {$regex: \"^Sal\"}}", true))
        .containsExactly("find", "find", "find");
    assertThat(commandsOf("{name: {$regex: \"4$\"}}", true)).containsExactly("find", "find");
    assertThat(commandsOf("{name: {$regex: \"x\"}}", true)).containsExactly("find");
  }

  @Test
  void toCountGroupsThatMustLookLikeSomethingTheirNamesAreReadAndOnlyWhatElseItTakes() {
    IntStream.range(0, 5).forEach(i -> newGroup(ann, "Sales " + i));
    assertThat(countedFields("{name: {$regex: \"^Sal\"}}"))
        .containsExactlyInAnyOrder("accountId", "name", "nameKeyVersion", "schemaVersion");
    assertThat(countedFields("{$or: [{name: {$regex: \"^Sal\"}}, {kpiId: \"k\"}]}"))
        .containsExactlyInAnyOrder(
            "accountId", "name", "nameKeyVersion", "schemaVersion", "members.k");
    assertThat(countedFields("{$or: [{name: {$regex: \"^Sal\"}}, {createdById: \"k\"}]}"))
        .contains("createdById")
        .doesNotContain("members", "members.k", "outbox");
  }

  private List<String> countedFields(String filter) {
    CommandStartedEvent counting = recorded.during(() -> list(filter, true)).get(1);
    return List.copyOf(counting.getCommand().getDocument("projection").keySet());
  }

  private List<String> commandsOf(String filter, boolean count) {
    return recorded.namesOfAtMost(3, ann, () -> list(filter, count));
  }

  private void list(String filter, boolean count) {
    GroupFilter parsed = FilterParser.parse(filter);
    storage
        .groups()
        .list(
            ann,
            GroupSelection.LIVE.with(parsed),
            ListQuery.groups(List.of(), PageRange.first(2), count));
  }

  private static BsonDocument filterOf(CommandStartedEvent find) {
    return find.getCommand().getDocument("filter");
  }
}
