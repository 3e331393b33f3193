package io.kpigroups.adapter.mongo;

import static io.kpigroups.adapter.mongo.MongoFixture.ample;
import static org.awaitility.Awaitility.await;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests share in which the line to the server does wrong: a group that was there before. */
abstract class OnAFaultyLine implements MongoFixture {
  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  FaultyLine line;

  final Call ann = annInNewAccount();
  KpiGroup group;

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @BeforeEach
  void theServerAnswers() {
    group = newGroup(ann, "Old").group();
  }

  @AfterEach
  void theLineIsMendedAndTheStoreRecoversByItself() {
    line.mend();
    awaitReady();
  }

  void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptionsInstanceOf(StorageUnavailable.class)
        .untilAsserted(() -> storage.checkReady(ample()));
  }
}
