package io.kpigroups.bootstrap.job;

import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.in.GroupPurge.Purged;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.observability.PurgeMeters;
import io.kpigroups.domain.failure.KpiGroupException;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Runs the purge at an interval until the service begins to end; never two runs at once. */
@Singleton
public class Purge {
  private static final Logger LOG = Logger.getLogger(Purge.class);

  private final Scheduler scheduler;
  private final ServiceConfig config;
  private final GroupPurge purge;
  private final PurgeMeters meters;
  private volatile boolean stopped;

  public Purge(Scheduler scheduler, ServiceConfig config, GroupPurge purge, PurgeMeters meters) {
    this.scheduler = scheduler;
    this.config = config;
    this.purge = purge;
    this.meters = meters;
  }

  /** Starts the runs. */
  public void schedule() {
    scheduler
        .newJob("purge")
        .setInterval(config.purgeEvery().toString())
        .setConcurrentExecution(ConcurrentExecution.SKIP)
        .setTask(execution -> run())
        .schedule();
  }

  void run() {
    try {
      meters.backlog(purge.backlog());
      report(purge.purge());
    } catch (KpiGroupException e) {
      meters.failed();
      LOG.warn("The purge stopped and goes on at its next run: " + e.getMessage());
    } catch (RuntimeException e) {
      meters.failed();
      throw e;
    }
  }

  private void report(Purged purged) {
    meters.removed(purged.removed());
    if (purged.removed() > 0) {
      LOG.info("Removed " + purged.removed() + " deleted groups for good.");
    }
    if (stopped) {
      LOG.debug("The purge was stopped.");
    } else if (purged.isClean()) {
      meters.succeeded(purge.backlog());
    } else {
      meters.failed();
      LOG.warn(
          "The purge goes on at its next run, groups that it could not remove: "
              + purged.left()
              + ". "
              + purged.failure().map(Throwable::getMessage).orElse("The store does not say why."));
    }
  }

  void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownDelayInitiatedEvent event) {
    stop();
  }

  void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent event) {
    stop();
  }

  void stop() {
    stopped = true;
    purge.stop();
  }
}
