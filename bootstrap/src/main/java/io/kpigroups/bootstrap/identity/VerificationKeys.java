package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;

/** The public keys that tokens may be signed with. They may change while the service runs. */
interface VerificationKeys {

  /** The keys that are known; none before they were had for the first time. */
  KeySet known();

  /**
   * The keys to try after a signature did not fit {@code seen}. May block.
   *
   * @return {@code seen} itself if nothing newer is to be had now
   * @throws KeysUnavailable if it cannot be said at the moment whether there are newer ones
   */
  KeySet newerThan(KeySet seen);
}
