package io.kpigroups.bootstrap.store;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.config.ServiceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** The service is ready if its store can be used now; a facade always can. */
@Readiness
@Singleton
class StoreReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(StoreReadiness.class);

  /** Probes usually wait longer than this. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final KpiGroupStorage storage;
  private final ServiceConfig config;
  private final AtomicBoolean isToldToBeAway = new AtomicBoolean();

  StoreReadiness(KpiGroupStorage storage, ServiceConfig config) {
    this.storage = storage;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("store " + config.store());
    try {
      storage.checkReady(Deadline.in(DEADLINE));
      if (isToldToBeAway.getAndSet(false)) {
        LOG.info("The store is ready again.");
      }
      storage.healthData().forEach(answer::withData);
      return answer.up().build();
    } catch (StorageUnavailable e) {
      if (!isToldToBeAway.getAndSet(true)) {
        LOG.warn("The store is not ready: " + FailureCause.of(e));
      }
      LOG.debug("The store is not ready.", e);
      return answer.down().withData("reason", e.getMessage()).build();
    } catch (RuntimeException e) {
      // Other messages are not meant for whoever may ask for the health.
      LOG.error("The store does not say whether it is ready.", e);
      return answer.down().withData("reason", "The log says why.").build();
    }
  }
}
