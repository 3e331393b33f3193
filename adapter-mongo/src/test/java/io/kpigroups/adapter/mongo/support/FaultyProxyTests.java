package io.kpigroups.adapter.mongo.support;

import static io.kpigroups.adapter.mongo.support.MongoFixture.ample;
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

/** What tests behind a {@link FaultyProxy} share: a group that was there before. */
public abstract class FaultyProxyTests implements MongoFixture {
  @Inject
  @Identifier("mongo")
  protected KpiGroupStorage storage;

  protected FaultyProxy proxy;

  protected final Call ann = annInNewAccount();
  protected KpiGroup group;

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @BeforeEach
  public void theServerAnswers() {
    group = newGroup(ann, "Old").group();
  }

  @AfterEach
  public void theProxyIsMendedAndTheStoreRecoversByItself() {
    proxy.mend();
    awaitReady();
  }

  public void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptionsInstanceOf(StorageUnavailable.class)
        .untilAsserted(() -> storage.checkReady(ample()));
  }
}
