package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.MongoFixture.ample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.application.port.StorageUnavailable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the indexes come to be there by themselves, and that nothing depends on them. */
@QuarkusTest
@QuarkusTestResource(value = FaultyServerResource.class, restrictToAnnotatedClass = true)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class IndexSetupTest {
  private static final int UNAUTHORIZED = 13;

  @Inject Database database;
  @Inject Config config;
  @Inject RecordedCommands recorded;

  FaultyLine line;

  /** One that is nobody's else. */
  private final Index index =
      new Index("c" + MongoFixture.randomHex(), List.of("accountId", "groups.g"));

  private IndexSetup setup;

  @AfterEach
  void theLineIsMended() {
    line.mend();
    await()
        .ignoreExceptionsInstanceOf(StorageUnavailable.class)
        .atMost(Duration.ofMinutes(5))
        .untilAsserted(() -> starting().checkReady(ample()));
    setup.end();
  }

  @Test
  void anIndexIsMadeOnceAndWithTimeOfItsOwn() {
    List<CommandStartedEvent> commands = recorded.during(() -> index.ensure(database));
    assertThat(names(commands)).containsExactly("listIndexes", "createIndexes");
    assertThat(commands.get(1).getCommand().getNumber("maxTimeMS").longValue())
        .isGreaterThan(Duration.ofHours(1).toMillis());

    assertThat(names(recorded.during(() -> index.ensure(database)))).containsExactly("listIndexes");
  }

  @Test
  void anEqualIndexOfAnotherNameIsGood() {
    collection().createIndex(Indexes.ascending(index.fields()), new IndexOptions().name("by hand"));
    assertThat(names(recorded.during(() -> index.ensure(database)))).containsExactly("listIndexes");
  }

  @Test
  void anIndexOfOtherKeysOrOfSomeDocumentsOnlyIsNone() {
    collection().createIndex(Indexes.ascending("groups.g", "accountId"));
    collection()
        .createIndex(
            Indexes.ascending(index.fields()), new IndexOptions().name("sparse").sparse(true));
    assertThat(names(recorded.during(() -> index.ensure(database)))).contains("createIndexes");
  }

  @Test
  void whoMayNotMakeIndexesButHasThemNeedsNoMore() {
    index.ensure(database);
    line.each("createIndexes", Fault.failed(UNAUTHORIZED));
    assertThatCode(() -> index.ensure(database)).doesNotThrowAnyException();
  }

  @Test
  void whoMayNotLookAtIndexesMakesThem() {
    line.each("listIndexes", Fault.failed(UNAUTHORIZED));
    assertThat(names(recorded.during(() -> index.ensure(database)))).contains("createIndexes");
  }

  @Test
  void aStoreThatMayNotMakeIndexesIsReady() {
    line.each("listIndexes", Fault.failed(UNAUTHORIZED));
    line.each("createIndexes", Fault.failed(UNAUTHORIZED));
    assertThatThrownBy(() -> index.ensure(database)).isInstanceOf(MongoCommandException.class);
    MongoStorage starting = starting();
    assertThatCode(starting::prepare).doesNotThrowAnyException();
    assertThatCode(() -> starting.checkReady(ample())).doesNotThrowAnyException();
  }

  /** IndexOptionsConflict and IndexKeySpecsConflict. */
  @ParameterizedTest
  @ValueSource(ints = {85, 86})
  void anIndexThatStandsInTheWayStopsNothing(int code) {
    line.each("createIndexes", Fault.failed(code));
    assertThatCode(() -> index.ensure(database)).doesNotThrowAnyException();
  }

  @Test
  void aStartWithoutTheServerFailsNothingAndTheIndexesAreMadeLater() {
    String name = "accountId_1_groups.g_1";
    MongoCollection<Document> favorites =
        database.collection(FavoritesDocument.COLLECTION, Duration.ofMinutes(5));
    MongoStorage starting = starting();
    starting.prepare();
    await().atMost(Duration.ofMinutes(5)).until(() -> namesOf(favorites).contains(name));
    setup.end();
    favorites.dropIndex(name);

    line.cut();
    MongoStorage later = starting();
    assertThatThrownBy(later::prepare).isInstanceOf(StorageUnavailable.class);
    line.mend();

    await().atMost(Duration.ofMinutes(5)).until(() -> namesOf(favorites).contains(name));
    assertThatCode(() -> later.checkReady(ample())).doesNotThrowAnyException();
  }

  private MongoStorage starting() {
    setup = new IndexSetup(database);
    return new MongoStorage(database, setup, config);
  }

  private MongoCollection<Document> collection() {
    return database.collection(index.collection(), Duration.ofMinutes(5));
  }

  private static List<String> namesOf(MongoCollection<Document> collection) {
    return collection.listIndexes().map(i -> i.getString("name")).into(new ArrayList<>());
  }

  private static List<String> names(List<CommandStartedEvent> commands) {
    return commands.stream().map(CommandStartedEvent::getCommandName).toList();
  }
}
