package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.value.AccountId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The rows of all accounts, and the one lock under which they are read and changed. */
final class Tables {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<AccountId, AccountRows> accounts = new HashMap<>();

  /** Does the work on the rows of the call's account, while no other thread does any. */
  <T> T with(Call call, Function<AccountRows, T> work) {
    return exclusively(call.deadline(), () -> work.apply(of(call.account())));
  }

  /**
   * Does the work while no other thread does any.
   *
   * @throws StorageUnavailable if the lock cannot be had by the deadline
   */
  <T> T exclusively(Deadline deadline, Supplier<T> work) {
    acquire(deadline);
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the lock for this thread, until the answer is closed. */
  AutoCloseable lock() {
    lock.lock();
    return lock::unlock;
  }

  private void acquire(Deadline deadline) {
    try {
      if (!lock.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
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
}
