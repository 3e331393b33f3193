package io.kpigroups.adapter.mongo.index;

import static io.kpigroups.adapter.mongo.support.MongoFixture.ample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.MongoStorage;
import io.kpigroups.adapter.mongo.document.FavoritesDocument;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.support.Fault;
import io.kpigroups.adapter.mongo.support.FaultyProxy;
import io.kpigroups.adapter.mongo.support.FaultyServerResource;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
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

  @Inject MongoCollections collections;
  @Inject Config config;
  @Inject RecordedCommands recorded;

  FaultyProxy proxy;

  /** One that is nobody's else. */
  private final Index index =
      new Index("c" + MongoFixture.randomHex(), List.of("accountId", "groups.g"));

  private IndexSetup setup;

  @AfterEach
  void theProxyIsMended() {
    proxy.mend();
    await()
        .ignoreExceptionsInstanceOf(StorageUnavailable.class)
        .atMost(Duration.ofMinutes(5))
        .untilAsserted(() -> starting().checkReady(ample()));
    setup.end();
  }

  @Test
  void anIndexIsMadeOnceAndWithTimeOfItsOwn() {
    List<CommandStartedEvent> commands = recorded.during(() -> index.ensure(collections));
    assertThat(names(commands)).containsExactly("listIndexes", "createIndexes");
    assertThat(commands.get(1).getCommand().getNumber("maxTimeMS").longValue())
        .isGreaterThan(Duration.ofHours(1).toMillis());

    assertThat(names(recorded.during(() -> index.ensure(collections))))
        .containsExactly("listIndexes");
  }

  @Test
  void anEqualIndexOfAnotherNameIsGood() {
    collection().createIndex(Indexes.ascending(index.fields()), new IndexOptions().name("by hand"));
    assertThat(names(recorded.during(() -> index.ensure(collections))))
        .containsExactly("listIndexes");
  }

  @Test
  void anIndexOfOtherKeysOrOfSomeDocumentsOnlyIsNone() {
    collection().createIndex(Indexes.ascending("groups.g", "accountId"));
    collection()
        .createIndex(
            Indexes.ascending(index.fields()), new IndexOptions().name("sparse").sparse(true));
    assertThat(names(recorded.during(() -> index.ensure(collections)))).contains("createIndexes");
  }

  @Test
  void whoMayNotMakeIndexesButHasThemNeedsNoMore() {
    index.ensure(collections);
    proxy.each("createIndexes", Fault.failed(UNAUTHORIZED));
    assertThatCode(() -> index.ensure(collections)).doesNotThrowAnyException();
  }

  @Test
  void whoMayNotLookAtIndexesMakesThem() {
    proxy.each("listIndexes", Fault.failed(UNAUTHORIZED));
    assertThat(names(recorded.during(() -> index.ensure(collections)))).contains("createIndexes");
  }

  @Test
  void aStoreThatMayNotMakeIndexesIsReady() {
    proxy.each("listIndexes", Fault.failed(UNAUTHORIZED));
    proxy.each("createIndexes", Fault.failed(UNAUTHORIZED));
    assertThatThrownBy(() -> index.ensure(collections)).isInstanceOf(MongoCommandException.class);
    MongoStorage starting = starting();
    assertThatCode(starting::prepare).doesNotThrowAnyException();
    assertThatCode(() -> starting.checkReady(ample())).doesNotThrowAnyException();
  }

  /** IndexOptionsConflict and IndexKeySpecsConflict. */
  @ParameterizedTest
  @ValueSource(ints = {85, 86})
  void anIndexThatStandsInTheWayStopsNothing(int code) {
    proxy.each("createIndexes", Fault.failed(code));
    assertThatCode(() -> index.ensure(collections)).doesNotThrowAnyException();
  }

  @Test
  void everyIndexIsMadeFromTheStartOn() {
    starting().prepare();
    for (Index one : Index.ALL) {
      MongoCollection<Document> on = collections.named(one.collection(), Duration.ofMinutes(5));
      String name = String.join("_1_", one.fields()) + "_1";
      await().atMost(Duration.ofMinutes(5)).until(() -> namesOf(on).contains(name));
    }
  }

  @Test
  void aStartWithoutTheServerFailsNothingAndTheIndexesAreMadeLater() {
    String name = "accountId_1_groups.g_1";
    MongoCollection<Document> favorites =
        collections.named(FavoritesDocument.COLLECTION, Duration.ofMinutes(5));
    MongoStorage starting = starting();
    starting.prepare();
    await().atMost(Duration.ofMinutes(5)).until(() -> namesOf(favorites).contains(name));
    setup.end();
    favorites.dropIndex(name);

    proxy.cut();
    MongoStorage later = starting();
    assertThatThrownBy(later::prepare).isInstanceOf(StorageUnavailable.class);
    proxy.mend();

    await().atMost(Duration.ofMinutes(5)).until(() -> namesOf(favorites).contains(name));
    assertThatCode(() -> later.checkReady(ample())).doesNotThrowAnyException();
  }

  private MongoStorage starting() {
    setup = new IndexSetup(collections);
    return new MongoStorage(collections, setup, config);
  }

  private MongoCollection<Document> collection() {
    return collections.named(index.collection(), Duration.ofMinutes(5));
  }

  private static List<String> namesOf(MongoCollection<Document> collection) {
    return collection.listIndexes().map(i -> i.getString("name")).into(new ArrayList<>());
  }

  private static List<String> names(List<CommandStartedEvent> commands) {
    return commands.stream().map(CommandStartedEvent::getCommandName).toList();
  }
}
