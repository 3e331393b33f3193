package io.kpigroups.bootstrap.identity.keys;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.jose4j.lang.ExceptionHelp;

/**
 * The key set of an OIDC provider, fetched when it is first needed.
 *
 * <p>After the first success it is fetched at most once a minute, whatever tokens say: when a
 * signature fits no key, because the key may be new, also under an id that is known; and when the
 * keys are old, in the background, while the old ones are used. Only after an hour without a fetch
 * do requests wait for it: so a key that the provider has withdrawn is not trusted longer.
 *
 * <p>A fetch goes on when the request that began it has ended, so no number of bad tokens can
 * prevent it. While the provider cannot be reached, the keys of the last success are used; if there
 * was none, it is asked again after a second. Times are measured by a clock that only goes forward.
 */
final class RemoteKeys implements VerificationKeys {
  /** From this age on, keys are fetched again in the background. */
  static final Duration OLD = Duration.ofMinutes(15);

  /** After so long without a fetch, the keys are not used before one was tried. */
  static final Duration STALE = Duration.ofHours(1);

  static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
  static final Duration UNTIL_FIRST_RETRY = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(RemoteKeys.class);
  private static final String HINT =
      " A private authority needs quarkus.tls.trust-store.* or " + ProviderAccess.TLS + ".";

  private static final KeySet NONE = new KeySet(List.of());

  /** How long a request waits for a fetch at most. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final URI location;
  private final Supplier<CompletionStage<String>> fetch;
  private final LongSupplier nanoClock;

  private volatile Fetched last;
  private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
  private long nextFetch;

  /**
   * The result of all fetches so far.
   *
   * @param text what the keys were read from
   * @param success when they were fetched
   * @param end when the last fetch ended
   * @param failure why the last fetch failed, if it did
   */
  private record Fetched(
      KeySet keys, String text, long success, long end, Optional<Throwable> failure) {}

  /**
   * Keys that are not fetched yet.
   *
   * @param fetch asks for the text of the key set; its answer comes or fails within seconds
   * @param nanoClock counts nanoseconds from anywhere
   */
  RemoteKeys(URI location, Supplier<CompletionStage<String>> fetch, LongSupplier nanoClock) {
    this.location = location;
    this.fetch = fetch;
    this.nanoClock = nanoClock;
    this.nextFetch = nanoClock.getAsLong();
    this.last = new Fetched(NONE, "", nextFetch, nextFetch, Optional.empty());
  }

  @Override
  public KeySet known(Deadline deadline) {
    Fetched before = last;
    if (!before.keys().equals(NONE) && isPast(before.success(), OLD)) {
      CompletableFuture<Void> newer = fetchIfDue();
      if (isPast(before.end(), STALE)) {
        waitFor(newer, deadline);
      }
    }
    return last.keys();
  }

  @Override
  public KeySet newerThan(KeySet seen, Deadline deadline) {
    if (!last.keys().equals(seen)) {
      return last.keys();
    }
    boolean isOver = waitFor(fetchIfDue(), deadline);
    Fetched now = last;
    if (now.keys().equals(seen) && (!isOver || now.failure().isPresent())) {
      throw new KeysUnavailable(
          "The keys that verify tokens cannot be had at the moment.",
          now.failure().orElseGet(TimeoutException::new));
    }
    return now.keys();
  }

  /** The last fetch, or a new one if there may be one. */
  private synchronized CompletableFuture<Void> fetchIfDue() {
    if (underWay.isDone() && isPast(nextFetch, Duration.ZERO)) {
      nextFetch = nanoClock.getAsLong() + BETWEEN_FETCHES.toNanos();
      underWay =
          CompletableFuture.completedFuture(fetch)
              .thenCompose(Supplier::get)
              .thenApply(this::answered)
              .exceptionally(this::failed)
              .thenAccept(this::keep);
    }
    return underWay;
  }

  private Fetched answered(String text) {
    Fetched before = last;
    boolean isSame = !before.keys().equals(NONE) && text.equals(before.text());
    KeySet keys = isSame ? before.keys() : KeySet.parse("The key set at " + location, text);
    long now = nanoClock.getAsLong();
    return new Fetched(keys, text, now, now, Optional.empty());
  }

  private Fetched failed(Throwable thrown) {
    // Stages wrap what made them fail.
    Throwable cause = Objects.requireNonNullElse(thrown.getCause(), thrown);
    String hint = cause instanceof SSLException ? HINT : "";
    String reason = ExceptionHelp.toStringWithCauses(cause);
    LOG.warn("The keys at " + location + " cannot be had: " + reason + hint);
    return new Fetched(
        last.keys(), last.text(), last.success(), nanoClock.getAsLong(), Optional.of(cause));
  }

  private synchronized void keep(Fetched fetched) {
    last = fetched;
    if (fetched.keys().equals(NONE)) {
      nextFetch = fetched.end() + UNTIL_FIRST_RETRY.toNanos();
    }
  }

  /** Whether it ended in time. */
  private static boolean waitFor(CompletableFuture<Void> fetch, Deadline deadline) {
    long longest = deadline.atMost(LONGEST_WAIT).remaining().toMillis();
    return fetch
        .thenApply(end -> true)
        .completeOnTimeout(false, longest, TimeUnit.MILLISECONDS)
        .join();
  }

  private boolean isPast(long from, Duration time) {
    return nanoClock.getAsLong() - from >= time.toNanos();
  }
}
