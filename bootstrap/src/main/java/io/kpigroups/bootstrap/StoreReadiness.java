package io.kpigroups.bootstrap;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Ready means that the store in use can be worked with now; a facade always can. */
@Readiness
@Singleton
class StoreReadiness implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(StoreReadiness.class);

  /** Shorter than what those who ask usually wait. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final KpiGroupStorage storage;
  private final ServiceConfig config;
  private final LongSupplier nanoClock;

  @Inject
  StoreReadiness(KpiGroupStorage storage, ServiceConfig config) {
    this(storage, config, System::nanoTime);
  }

  /** The same by a clock of one's own, which counts nanoseconds from wherever it likes. */
  StoreReadiness(KpiGroupStorage storage, ServiceConfig config, LongSupplier nanoClock) {
    this.storage = storage;
    this.config = config;
    this.nanoClock = nanoClock;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("store " + config.store());
    try {
      storage.checkReady(Deadline.in(DEADLINE, nanoClock));
      storage.healthData().forEach(answer::withData);
      return answer.up().build();
    } catch (StorageUnavailable e) {
      return answer.down().withData("reason", e.getMessage()).build();
    } catch (RuntimeException e) {
      LOG.error("The store does not say whether it is ready.", e);
      return answer.down().withData("reason", "The log says why.").build();
    }
  }
}
