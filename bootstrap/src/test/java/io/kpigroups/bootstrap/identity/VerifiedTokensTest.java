package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.bootstrap.identity.keys.KeySet;
import io.kpigroups.bootstrap.identity.keys.TestKeys;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

/** How many tokens are kept, and that nobody is taken for somebody else. */
class VerifiedTokensTest {
  private static final PublicJsonWebKey KEY = TestKeys.ec("key");
  private static final KeySet TRUSTED = new KeySet(List.of(KEY));
  private static final KeySet WITH_ANOTHER = new KeySet(List.of(TestKeys.ec("another"), KEY));
  private static final int THREADS = 4;
  private static final int USERS = 8;

  private final VerifiedTokens tokens = new VerifiedTokens(TestTokens.clock());

  /** The library passes over what is no digit of a signature: one token has many spellings. */
  @Test
  void onlyATokenThatIsWrittenPlainlyIsKept() {
    assertThat(VerifiedTokens.isPlain(new BearerToken("aZ0-_.b.c"))).isTrue();
    assertThat(VerifiedTokens.isPlain(new BearerToken("a.b.c!"))).isFalse();
    assertThat(VerifiedTokens.isPlain(new BearerToken("a.b.c="))).isFalse();
    assertThat(VerifiedTokens.isPlain(new BearerToken("a.b.\u00e9"))).isFalse();
  }

  @Test
  void asManyAreKeptAsThereMayBeAndNoMore() {
    keep(VerifiedTokens.MOST);
    assertThat(kept(VerifiedTokens.MOST)).isEqualTo(VerifiedTokens.MOST);

    keep(3 * VerifiedTokens.MOST);
    assertThat(kept(3 * VerifiedTokens.MOST)).isBetween(1, VerifiedTokens.MOST);
  }

  @Test
  void aTokenThatIsUsedStaysWhateverElseComes() {
    tokens.keep("in use", TRUSTED, token(0));
    for (int i = 0; i < 3 * VerifiedTokens.MOST; i++) {
      assertThat(tokens.find("in use", () -> TRUSTED)).isPresent();
      tokens.keep("other " + i, TRUSTED, token(i));
    }
  }

  @Test
  void keysAreAskedForOnlyWhereATokenIsKept() {
    assertThat(
            tokens.find(
                "unknown",
                () -> {
                  throw new AssertionError("asked");
                }))
        .isEmpty();
  }

  @Test
  void withOtherKeysAllIsForgotten() {
    keep(10);
    tokens.keep("another", WITH_ANOTHER, token(0));

    assertThat(kept(10)).isZero();
    assertThat(tokens.find("another", () -> TRUSTED)).isEmpty();
    assertThat(tokens.find("another", () -> WITH_ANOTHER)).contains(token(0).caller());
  }

  @Test
  void theDigestTellsTokensApartAndHoldsNothingOfThem() {
    String digest = VerifiedTokens.digest(new BearerToken("a.b.c"));

    assertThat(digest)
        .hasSize(32)
        .isEqualTo(VerifiedTokens.digest(new BearerToken("a.b.c")))
        .isNotEqualTo(VerifiedTokens.digest(new BearerToken("a.b.C")))
        .doesNotContain("a.b");
  }

  @Test
  void threadsThatShareItAreEachToldTheirOwnUserWhileKeysChange() throws Exception {
    AtomicReference<KeySet> trusted = new AtomicReference<>(TRUSTED);
    JwtAuthenticator verifier =
        new JwtAuthenticator(
            deadline -> trusted.get(), TestTokens.settings(Map.of()), TestTokens.clock());
    List<BearerToken> ofUsers =
        IntStream.range(0, USERS)
            .mapToObj(i -> TestTokens.token(KEY, claims -> claims.setSubject("u" + i)))
            .map(BearerToken::new)
            .toList();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        ends.add(pool.submit(() -> askInTurn(verifier, ofUsers, trusted)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void askInTurn(
      JwtAuthenticator verifier, List<BearerToken> ofUsers, AtomicReference<KeySet> trusted) {
    for (int i = 0; i < 400; i++) {
      int user = i % USERS;
      if (i % 100 == 99) {
        trusted.set(i % 200 == 99 ? WITH_ANOTHER : TRUSTED);
      }
      assertThat(verifier.authenticate(ofUsers.get(user), TestTime.ample()).user())
          .contains(new UserId("u" + user));
    }
  }

  private void keep(int number) {
    for (int i = 0; i < number; i++) {
      tokens.keep("token " + i, TRUSTED, token(i));
    }
  }

  private int kept(int number) {
    int kept = 0;
    for (int i = 0; i < number; i++) {
      Optional<Caller.Verified> found = tokens.find("token " + i, () -> TRUSTED);
      Caller.Verified own = token(i).caller();
      found.ifPresent(caller -> assertThat(caller).isEqualTo(own));
      kept += found.isPresent() ? 1 : 0;
    }
    return kept;
  }

  private static VerifiedToken token(int i) {
    Caller.Verified caller =
        new Caller.Verified(Optional.of(new UserId("u")), Set.of(new AccountId("a" + i)), Set.of());
    return new VerifiedToken(caller, Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
