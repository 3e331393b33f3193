package io.kpigroups.testkit.memory;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes that authors of a store make where a call has to wait. */
final class BrokenWaits {
  private static final String LEAVES_NOTHING =
      "whoGaveUpWaitingForALockHasChangedNothingAndHoldsNoConnection";

  private BrokenWaits() {}

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            ALockIsWaitedForAsLongAsTheStoreLikes.class,
            "whoWaitsForALockIsRefusedAtTheDeadlineWhileWhoHasTimeWaitsOn"),
        arguments(WhatWaitsIsDoneAfterItsDeadline.class, LEAVES_NOTHING),
        arguments(WhoGivesUpKeepsTheConnection.class, LEAVES_NOTHING));
  }

  /** As with the lock timeout of a database, where it alone is relied on. */
  static class ALockIsWaitedForAsLongAsTheStoreLikes extends BrokenStore {
    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              sound.add(atLeisure(by), group, kpi, at, rules);
            }

            @Override
            public KpiBatch.Result change(
                Call by, KpiGroupId group, KpiBatch batch, Instant at, AccountRules rules) {
              return sound.change(atLeisure(by), group, batch, at, rules);
            }
          };
    }

    private static Call atLeisure(Call by) {
      by.deadline().remaining();
      return new Call(by.actor(), Deadline.in(Duration.ofSeconds(1)));
    }
  }

  /** Work is handed to another thread, and not taken back. */
  static class WhatWaitsIsDoneAfterItsDeadline extends BrokenStore {
    private final ExecutorService worker =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            });

    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              Call patient = new Call(by.actor(), Deadline.in(Duration.ofMinutes(5)));
              var work = worker.submit(() -> sound.add(patient, group, kpi, at, rules));
              try {
                work.get(by.deadline().remaining().toMillis(), TimeUnit.MILLISECONDS);
              } catch (TimeoutException | InterruptedException | ExecutionException e) {
                throw new StorageUnavailable("Too late.", e);
              }
            }
          };
    }
  }

  static class WhoGivesUpKeepsTheConnection extends BrokenStore {
    private final Semaphore connections = new Semaphore(8);

    {
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId group, KpiId kpi, Instant at, AccountRules rules) {
              if (!connections.tryAcquire()) {
                throw new StorageUnavailable("No connection is free.", new TimeoutException());
              }
              sound.add(by, group, kpi, at, rules);
              connections.release();
            }
          };
    }
  }
}
