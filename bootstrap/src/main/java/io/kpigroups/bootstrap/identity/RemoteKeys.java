package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.lang.JoseException;

/**
 * The key set of an OIDC provider, fetched when it is first needed.
 *
 * <p>It is fetched again for an unknown key id, at most once a minute, and when it is an hour old,
 * so that a key that the provider has withdrawn is not trusted for ever. Keys that were had once go
 * on being used while the provider cannot be reached.
 */
final class RemoteKeys implements VerificationKeys {
  private static final Logger LOG = Logger.getLogger(RemoteKeys.class);
  private static final Duration LONGEST_FETCH = Duration.ofSeconds(2);
  private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
  private static final Duration UNTIL_FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration STALE = Duration.ofHours(1);

  /** Who has the keys; what it is called in the log is its text. */
  @FunctionalInterface
  interface Provider {

    /**
     * Fetches the text of the key set.
     *
     * @param most how long that may take
     * @throws IOException if there is none
     * @throws TimeoutException if it did not come in time
     */
    String fetch(Duration most) throws IOException, InterruptedException, TimeoutException;
  }

  private final Provider provider;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state =
      new State(new KeySet(List.of()), Instant.MIN, Instant.MIN, Optional.empty());

  /**
   * The keys, when they were had, when they may be fetched again, and why the last fetch failed.
   */
  private record State(KeySet keys, Instant had, Instant next, Optional<Exception> failure) {}

  RemoteKeys(Provider provider, Clock clock) {
    this.provider = provider;
    this.clock = clock;
  }

  @Override
  public List<PublicKey> fitting(String algorithm, Optional<String> keyId) {
    List<PublicKey> fitting = state.keys().fitting(algorithm, keyId);
    if (fitting.isEmpty()) {
      refresh(Deadline.remaining(LONGEST_FETCH));
      fitting = state.keys().fitting(algorithm, keyId);
    } else if (!clock.instant().isBefore(state.had().plus(STALE))) {
      refresh(Duration.ZERO);
      fitting = state.keys().fitting(algorithm, keyId);
    }
    Optional<Exception> failure = state.failure();
    if (fitting.isEmpty() && failure.isPresent()) {
      throw unavailable(failure.get());
    }
    return fitting;
  }

  /** Fetches the keys unless it was done just now; another thread's fetch is waited for. */
  private void refresh(Duration patience) {
    try {
      if (fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          fetchIfDue();
        } finally {
          fetching.unlock();
        }
      } else if (!patience.isZero()) {
        throw unavailable(new TimeoutException());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private void fetchIfDue() throws InterruptedException {
    Instant now = clock.instant();
    State before = state;
    if (now.isBefore(before.next())) {
      return;
    }
    try {
      state = new State(fetch(), now, now.plus(BETWEEN_FETCHES), Optional.empty());
    } catch (IOException | TimeoutException | JoseException e) {
      LOG.warn("The keys at " + provider + " cannot be had: " + e);
      Duration pause = before.keys().isEmpty() ? UNTIL_FIRST_RETRY : BETWEEN_FETCHES;
      state = new State(before.keys(), before.had(), now.plus(pause), Optional.of(e));
    }
  }

  private KeySet fetch() throws InterruptedException, IOException, TimeoutException, JoseException {
    KeySet keys = KeySet.parse(provider.fetch(Deadline.remaining(LONGEST_FETCH)));
    if (keys.isEmpty()) {
      throw new IOException("There is no key for RS256 or ES256.");
    }
    return keys;
  }

  private static KeysUnavailable unavailable(Exception cause) {
    return new KeysUnavailable("The keys that verify tokens cannot be had at the moment.", cause);
  }
}
