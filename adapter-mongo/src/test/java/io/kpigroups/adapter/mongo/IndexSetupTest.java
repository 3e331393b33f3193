package io.kpigroups.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.kpigroups.domain.StorageUnavailable;
import io.kpigroups.testkit.StorageFixture;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the indexes are made, made again without harm, and never made over what contradicts. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class IndexSetupTest {
  private static final String UNIQUE = "accountId_1_userId_1_groupId_1";

  @Inject Database database;

  private final String account = StorageFixture.newAccount().value();
  private MongoCollection<Document> favorites;

  @BeforeEach
  void theIndexesAreThere() {
    favorites = database.collection("kpi_group_favorites", Duration.ofSeconds(5));
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
    assertIncompatible();
  }

  @Test
  void aStartOnAnIndexOfTheSameNameOverOtherFieldsFailsAndNamesIt() {
    favorites.dropIndex(UNIQUE);
    favorites.createIndex(new Document("other", 1), new IndexOptions().name(UNIQUE).unique(true));
    assertIncompatible();
  }

  private void assertIncompatible() {
    MongoStorage starting = new MongoStorage(database, new IndexSetup(database));
    assertThatThrownBy(starting::prepare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("kpi_group_favorites")
        .hasMessageContaining("[accountId, userId, groupId]");
    assertThatThrownBy(starting::checkReady).isInstanceOf(StorageUnavailable.class);
  }

  private List<String> names() {
    return favorites.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>());
  }

  private Document favorite() {
    return new Document("accountId", account).append("userId", "ann").append("groupId", "g");
  }
}
