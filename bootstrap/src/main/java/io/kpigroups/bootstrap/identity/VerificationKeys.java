package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;

/** The public keys that tokens may be signed with. They may change while the service runs. */
interface VerificationKeys {

  /**
   * The keys that are known; none before they were had for the first time. May block until the
   * deadline.
   */
  KeySet known(Deadline deadline);

  /**
   * The keys to try after a signature did not fit {@code seen}. May block until the deadline.
   *
   * @return {@code seen} itself if nothing newer is to be had now
   * @throws KeysUnavailable if it cannot be said at the moment whether there are newer ones
   */
  KeySet newerThan(KeySet seen, Deadline deadline);
}
