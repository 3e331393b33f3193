package io.kpigroups.testkit;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.StorageUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The rows of all accounts, and the one lock under which they are read and changed. */
final class Tables {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<AccountId, AccountRows> accounts = new HashMap<>();
  private long revisions;

  /**
   * Does the work while no other thread does any.
   *
   * @throws StorageUnavailable if the lock cannot be had within the {@link Deadline}
   */
  <T> T exclusively(Supplier<T> work) {
    acquire(Deadline.remainingOr(LONGEST_WAIT));
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void acquire(Duration wait) {
    try {
      if (!lock.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StorageUnavailable("The store is overloaded.", new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageUnavailable("The store was told to stop waiting.", e);
    }
  }

  /** The rows of one account; to be called under the lock, as all below. */
  AccountRows of(AccountId account) {
    return accounts.computeIfAbsent(account, AccountRows::new);
  }

  /** The rows of every account. */
  Iterable<AccountRows> all() {
    return accounts.values();
  }

  /** A revision that no group has had yet. */
  Revision nextRevision() {
    return Revision.of(++revisions);
  }
}
