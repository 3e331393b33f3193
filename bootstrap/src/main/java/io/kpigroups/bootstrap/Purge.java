package io.kpigroups.bootstrap;

import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.bootstrap.observability.PurgeMeters;
import io.kpigroups.domain.KpiGroupException;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Runs the purge from time to time; a run that takes longer than that is not run twice. */
@Singleton
class Purge {
  private static final Logger LOG = Logger.getLogger(Purge.class);
  private static final String NAME = "purge";

  private final Scheduler scheduler;
  private final ServiceConfig config;
  private final GroupPurge purge;
  private final PurgeMeters meters;

  Purge(Scheduler scheduler, ServiceConfig config, GroupPurge purge, PurgeMeters meters) {
    this.scheduler = scheduler;
    this.config = config;
    this.purge = purge;
    this.meters = meters;
  }

  void schedule() {
    scheduler
        .newJob(NAME)
        .setInterval(config.purge().every().toString())
        .setConcurrentExecution(ConcurrentExecution.SKIP)
        .setTask(execution -> run())
        .schedule();
  }

  private void run() {
    try {
      meters.backlog(purge.backlog());
      int removed = purge.purge();
      meters.succeeded(removed, purge.backlog());
      if (removed > 0) {
        LOG.info("Removed " + removed + " deleted groups for good.");
      }
    } catch (KpiGroupException e) {
      meters.failed();
      LOG.warn("The purge stopped and goes on at its next run: " + e.getMessage());
    } catch (RuntimeException e) {
      meters.failed();
      throw e;
    }
  }
}
