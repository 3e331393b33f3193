package io.kpigroups.adapter.mongo.driver;

import static io.kpigroups.adapter.mongo.support.MongoFixture.ample;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What is made once for all calls. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class MongoCollectionsTest {
  @Inject MongoCollections collections;

  @Test
  void aCollectionIsLookedUpOnce() {
    assertThat(collections.groups(ample()).all()).isSameAs(collections.groups(ample()).all());
    assertThat(collections.kpis(ample()).all()).isSameAs(collections.kpis(ample()).all());
  }
}
