package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** The public keys that tokens may be signed with. */
interface VerificationKeys {

  /**
   * The keys that a token of this algorithm and key id may be verified with; empty if there are
   * none. A key without an id fits every id. May block.
   *
   * @throws KeysUnavailable if it cannot be said at the moment
   */
  List<PublicKey> fitting(String algorithm, Optional<String> keyId);
}
