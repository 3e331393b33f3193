package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import io.kpigroups.domain.StorageUnavailable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the indexes are made, made again without harm, and never made over what contradicts. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class IndexSetupTest {
  private static final String UNIQUE = "accountId_1_userId_1_groupId_1";

  @Inject Database database;

  private final String account = MongoFixture.newAccount().value();
  private MongoCollection<Document> favorites;

  @BeforeEach
  void theIndexesAreThere() {
    favorites = database.collection("kpi_group_favorites", Duration.ofMinutes(5));
    new IndexSetup(database).ensure();
  }

  @AfterEach
  void theIndexIsAsItWas() {
    favorites.deleteMany(new Document("accountId", account));
    if (names().contains(UNIQUE)) {
      favorites.dropIndex(UNIQUE);
    }
    new IndexSetup(database).ensure();
  }

  @Test
  void makingTheIndexesAgainChangesNothing() {
    List<Document> before = favorites.listIndexes().into(new ArrayList<>());
    new IndexSetup(database).ensure();
    assertThat(favorites.listIndexes().into(new ArrayList<>())).isEqualTo(before);
    assertThat(names()).contains(UNIQUE);
  }

  @Test
  void aStartOnDataThatContradictsAnIndexFailsAndNamesIt() {
    favorites.dropIndex(UNIQUE);
    favorites.insertMany(List.of(favorite(), favorite()));
    assertIncompatible(database);
  }

  /**
   * IndexOptionsConflict and IndexKeySpecsConflict, which the server in this process never says.
   */
  @ParameterizedTest
  @ValueSource(ints = {85, 86})
  void aStartOnAnIndexOfOtherFormFailsAndNamesIt(int code) {
    assertIncompatible(answering(code));
  }

  @Test
  void aStartThatMayNotMakeIndexesIsOnlyUnready() {
    int unauthorized = 13;
    MongoStorage starting = starting(answering(unauthorized));
    assertThatThrownBy(starting::prepare).isInstanceOf(StorageUnavailable.class);
    assertThatThrownBy(starting::checkReady).isInstanceOf(StorageUnavailable.class);
  }

  private static void assertIncompatible(Database database) {
    MongoStorage starting = starting(database);
    assertThatThrownBy(starting::prepare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("(?s).*index on \\[accountId, .*] of the collection kpi_group.*");
    assertThatThrownBy(starting::checkReady).isInstanceOf(StorageUnavailable.class);
  }

  private static MongoStorage starting(Database database) {
    return new MongoStorage(database, new IndexSetup(database));
  }

  /** A database that answers every command on a collection with this error. */
  private Database answering(int code) {
    MongoException error =
        new MongoCommandException(
            new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)),
            new ServerAddress());
    return new Database(null, null, null, null) {
      @Override
      MongoCollection<Document> collection(String name, Duration most) {
        return refusing(error);
      }

      @Override
      void ping() {}
    };
  }

  @SuppressWarnings("unchecked")
  private static MongoCollection<Document> refusing(MongoException error) {
    return (MongoCollection<Document>)
        Proxy.newProxyInstance(
            MongoCollection.class.getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (proxy, method, arguments) -> {
              throw error;
            });
  }

  private List<String> names() {
    return favorites.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>());
  }

  private Document favorite() {
    return new Document("accountId", account).append("userId", "ann").append("groupId", "g");
  }
}
