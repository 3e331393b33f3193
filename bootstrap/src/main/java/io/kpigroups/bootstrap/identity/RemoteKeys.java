package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The key set of an OIDC provider, fetched when it is first needed.
 *
 * <p>Once it was had, it is fetched at most once a minute, whatever tokens say: when a signature
 * fits none of the keys, for then the key may be new, also under an id that is known; and when the
 * keys are old, in the background, while the old ones are used. Only after an hour in which nobody
 * asked is the fetch waited for: so a key that the provider has withdrawn is not trusted longer.
 *
 * <p>A fetch has a thread of its own and does not end with the request that began it: no number of
 * bad tokens keeps it from happening. While the provider cannot be reached, the keys that were had
 * go on being used; without any, it is asked again after a second. All is measured by a clock that
 * only goes forward.
 */
final class RemoteKeys implements VerificationKeys {
  /** From this age on, keys are fetched again in the background. */
  static final Duration OLD = Duration.ofMinutes(15);

  /** After so long without a fetch, the keys are not used before one was tried. */
  static final Duration STALE = Duration.ofHours(1);

  static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
  static final Duration UNTIL_FIRST_RETRY = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(RemoteKeys.class);

  /** How long a request waits for a fetch at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI location;
  private final KeyFetch fetch;
  private final Executor worker;
  private final LongSupplier nanoClock;

  private volatile State state;
  private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
  private long next;

  /**
   * The keys and the text that they are from, when they were had, when they were last asked for,
   * and why that failed.
   */
  private record State(
      String text, KeySet keys, long had, long asked, Optional<Throwable> failure) {}

  RemoteKeys(URI location, KeyFetch fetch, Executor worker, LongSupplier nanoClock) {
    this.location = location;
    this.fetch = fetch;
    this.worker = worker;
    this.nanoClock = nanoClock;
    this.next = nanoClock.getAsLong();
    this.state = new State("", new KeySet(List.of()), next, next, Optional.empty());
  }

  @Override
  public KeySet known(Deadline deadline) {
    State now = state;
    if (!now.keys().isEmpty() && isPast(now.had(), OLD)) {
      Optional<CompletableFuture<Void>> newer = fetchIfDue();
      if (isPast(now.asked(), STALE)) {
        newer.ifPresent(begun -> isOver(begun, deadline));
      }
    }
    return state.keys();
  }

  @Override
  public KeySet newerThan(KeySet seen, Deadline deadline) {
    if (!state.keys().equals(seen)) {
      return state.keys();
    }
    boolean waitedInVain = fetchIfDue().filter(newer -> !isOver(newer, deadline)).isPresent();
    State now = state;
    if (!now.keys().equals(seen)) {
      return now.keys();
    }
    if (waitedInVain || now.failure().isPresent()) {
      throw new KeysUnavailable(
          "The keys that verify tokens cannot be had at the moment.",
          now.failure().orElseGet(TimeoutException::new));
    }
    return seen;
  }

  /** The fetch that is under way, or one that is begun if that may be. */
  private synchronized Optional<CompletableFuture<Void>> fetchIfDue() {
    if (underWay.isDone() && isPast(next, Duration.ZERO)) {
      next = nanoClock.getAsLong() + BETWEEN_FETCHES.toNanos();
      underWay = CompletableFuture.supplyAsync(this::read, worker).handle(this::keep);
    }
    return Optional.of(underWay).filter(begun -> !begun.isDone());
  }

  private State read() {
    try {
      return answered(fetch.text());
    } catch (IOException | JoseException e) {
      throw new CompletionException(e);
    }
  }

  private State answered(String text) throws JoseException {
    long now = nanoClock.getAsLong();
    if (!state.keys().isEmpty() && text.equals(state.text())) {
      return new State(text, state.keys(), now, now, Optional.empty());
    }
    KeySetText read = KeySetText.read(text);
    if (read.keys().isEmpty()) {
      throw new JoseException("There is no key for RS256 or ES256.");
    }
    read.tellBroken(LOG, "The key set at " + location);
    return new State(text, read.keys(), now, now, Optional.empty());
  }

  private synchronized @Nullable Void keep(@Nullable State newer, @Nullable Throwable failure) {
    if (newer != null) {
      state = newer;
    } else if (failure != null) {
      State before = state;
      long now = nanoClock.getAsLong();
      Throwable cause = cause(failure);
      LOG.warn("The keys at " + location + " cannot be had: " + reason(cause) + hint(cause));
      state = new State(before.text(), before.keys(), before.had(), now, Optional.of(cause));
      if (before.keys().isEmpty()) {
        next = now + UNTIL_FIRST_RETRY.toNanos();
      }
    }
    return null;
  }

  private static Throwable cause(Throwable failure) {
    @Nullable Throwable inner = failure.getCause();
    return failure instanceof CompletionException && inner != null ? inner : failure;
  }

  /** What failed, and what is at the bottom of it. */
  private static String reason(Throwable failure) {
    Throwable root = failure;
    for (Throwable next = root.getCause(); next != null; next = root.getCause()) {
      root = next;
    }
    return failure.equals(root) ? failure.toString() : failure + " (" + root.getMessage() + ")";
  }

  private static String hint(Throwable cause) {
    return cause instanceof SSLException
        ? ". A certificate of a private authority needs a trust store, quarkus.tls.trust-store.*,"
            + " or one that kpigroups.identity.tls-configuration-name names."
        : "";
  }

  private static boolean isOver(CompletableFuture<Void> newer, Deadline deadline) {
    try {
      newer.get(deadline.atMost(PATIENCE).remaining().toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A fetch was not dealt with.", e);
    }
  }

  private boolean isPast(long from, Duration time) {
    return nanoClock.getAsLong() - from >= time.toNanos();
  }
}
