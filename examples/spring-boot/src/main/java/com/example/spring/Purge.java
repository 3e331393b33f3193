package com.example.spring;

import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.service.UseCases;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes for good what was deleted long enough ago; nobody else does. */
@Component
class Purge {
  private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

  private final GroupPurge purge;

  Purge(UseCases useCases) {
    this.purge = useCases.purge();
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void run() {
    purge.purge().failure().ifPresent(e -> LOG.warn("The purge goes on at its next run", e));
  }

  @PreDestroy
  void stop() {
    purge.stop();
  }
}
