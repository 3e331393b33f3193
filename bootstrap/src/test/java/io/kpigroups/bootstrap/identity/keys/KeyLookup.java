package io.kpigroups.bootstrap.identity.keys;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.bootstrap.TestTime;
import java.time.Duration;
import org.jose4j.jwk.PublicJsonWebKey;

/** Looks for keys as the verification of a token does. */
record KeyLookup(VerificationKeys keys) {

  /** With a millisecond left, whatever the time: the shortest that anything is waited for. */
  static Deadline almostOver() {
    return Deadline.in(Duration.ofMillis(1), () -> 0);
  }

  /** Whether the key is among those that are known, or that can be had now. */
  boolean has(PublicJsonWebKey key) {
    return has(key, TestTime.ample());
  }

  boolean has(PublicJsonWebKey key, Deadline deadline) {
    return knows(key, deadline) || holds(keys.newerThan(keys.known(deadline), deadline), key);
  }

  boolean knows(PublicJsonWebKey key) {
    return knows(key, TestTime.ample());
  }

  boolean knows(PublicJsonWebKey key, Deadline deadline) {
    return holds(keys.known(deadline), key);
  }

  KeySet known() {
    return keys.known(TestTime.ample());
  }

  KeySet newerThan(KeySet seen) {
    return keys.newerThan(seen, TestTime.ample());
  }

  private static boolean holds(KeySet set, PublicJsonWebKey key) {
    return TestKeys.fitting(set, KeySet.ES256, key.getKeyId()).contains(key.getPublicKey());
  }
}
