package io.kpigroups.adapter.sqlite.connection;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets no account have more than its share of the readers at a time, so that lists which look at
 * all groups of one account leave the other readers to others. Accounts whose hashes agree have one
 * share together.
 */
final class AccountShares {
  /** Many more than there are readers: hardly ever are two accounts in each other's way. */
  private static final int SHARES = 256;

  private final Semaphore[] shares = new Semaphore[SHARES];

  AccountShares(int size) {
    Arrays.setAll(shares, share -> new Semaphore(size, true));
  }

  /**
   * Does the work for the account of the call when fewer are at work for it than its share.
   *
   * @throws StorageUnavailable if that is not before the call's deadline
   */
  <T> T within(Call call, Supplier<T> work) {
    Semaphore share = shares[Math.floorMod(call.account().hashCode(), SHARES)];
    ConnectionPool.awaitTurn(share, call.deadline());
    try {
      return work.get();
    } finally {
      share.release();
    }
  }
}
