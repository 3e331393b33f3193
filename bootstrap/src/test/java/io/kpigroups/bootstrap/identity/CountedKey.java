package io.kpigroups.bootstrap.identity;

import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;

/** A public key that counts how often a signature is verified with it. */
final class CountedKey extends EllipticCurveJsonWebKey {
  private final AtomicInteger uses = new AtomicInteger();

  CountedKey(PublicJsonWebKey key) {
    super((ECPublicKey) key.getPublicKey());
    setKeyId(key.getKeyId());
  }

  int uses() {
    return uses.get();
  }

  @Override
  public Key getKey() {
    uses.incrementAndGet();
    return super.getKey();
  }
}
