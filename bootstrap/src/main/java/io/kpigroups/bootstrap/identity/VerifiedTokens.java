package io.kpigroups.bootstrap.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.identity.keys.KeySet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The good tokens of late, so that none is verified again: a signature costs many times what a
 * digest does. Bad tokens are not among them, and push none out.
 *
 * <p>A token is known by a digest of all of it, so nothing is known of the same claims under
 * another signature. What is known of it counts in the time of its claims only, and only while the
 * keys are trusted that verified it: with other ones all tokens are forgotten.
 */
final class VerifiedTokens {
  /** Half a kilobyte each, or two with the longest ids; those used least are forgotten. */
  static final int MOST = 5_000;

  /** A token with more accounts takes more memory: of these fewer are kept. */
  static final int FEW_ACCOUNTS = 10;

  /** How many of those are kept. */
  static final int MOST_LARGE = 200;

  /** A token with more accounts is not kept, so that the memory for all of them is bounded. */
  static final int MOST_ACCOUNTS = 100;

  /**
   * How issuers write tokens. What else the library overlooks in a signature would make many tokens
   * of one, each to be kept.
   */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]*");

  private final Clock clock;
  private volatile Generation current = new Generation(new KeySet(List.of()));

  /** The tokens that these keys have verified, by digest. */
  private record Generation(
      KeySet keys, Cache<String, VerifiedToken> usual, Cache<String, VerifiedToken> large) {
    Generation(KeySet keys) {
      this(keys, ofSize(MOST), ofSize(MOST_LARGE));
    }

    private static Cache<String, VerifiedToken> ofSize(int most) {
      return Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    @Nullable VerifiedToken find(String digest) {
      VerifiedToken token = usual.getIfPresent(digest);
      return token == null ? large.getIfPresent(digest) : token;
    }
  }

  VerifiedTokens(Clock clock) {
    this.clock = clock;
  }

  /** What a token is known by: no two tokens have the same, and none can be made of it. */
  static String digest(BearerToken token) {
    try {
      byte[] text = token.value().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return new String(digest, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Whom a token makes known, if it was kept and would be found good again.
   *
   * @param trusted finds the keys that are trusted now; asked only where the token was kept
   */
  Optional<Caller.Verified> find(String digest, Supplier<KeySet> trusted) {
    Generation generation = current;
    VerifiedToken token = generation.find(digest);
    // The time is asked for once more at last, since finding the keys may take some.
    if (token == null
        || !token.isValidAt(now())
        || !trusted.get().equals(generation.keys())
        || !token.isValidAt(now())) {
      return Optional.empty();
    }
    return Optional.of(token.caller());
  }

  private long now() {
    return Math.floorDiv(clock.millis(), 1_000L);
  }

  /** Whether a token is written as issuers write it; no other is kept. */
  static boolean isPlain(BearerToken token) {
    return PLAIN.matcher(token.value()).matches();
  }

  /** Keeps a token that was found good with these keys. */
  void keep(String digest, KeySet keys, VerifiedToken token) {
    int accounts = token.caller().accounts().size();
    if (accounts > MOST_ACCOUNTS) {
      return;
    }
    Generation generation = current;
    if (!generation.keys().equals(keys)) {
      generation = new Generation(keys);
      current = generation;
    }
    (accounts > FEW_ACCOUNTS ? generation.large() : generation.usual()).put(digest, token);
  }
}
