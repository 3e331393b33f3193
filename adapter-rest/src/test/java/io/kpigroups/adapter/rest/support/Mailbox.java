package io.kpigroups.adapter.rest.support;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where other threads leave something for a test, which waits for it. */
public final class Mailbox<T> {
  private static final long PATIENCE_SECONDS = 120;

  private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();

  public void add(T item) {
    queue.add(item);
  }

  /** The next item, once it is there. */
  public T take() {
    try {
      T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("Nothing came.");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public boolean isEmpty() {
    return queue.isEmpty();
  }
}
