package io.kpigroups.bootstrap.identity.keys;

import io.kpigroups.adapter.rest.Authenticator.KeysUnavailable;
import io.kpigroups.application.port.Deadline;

/** The public keys that tokens may be signed with. They may change while the service runs. */
public interface VerificationKeys {

  /** The keys that are known; none before the first fetch. May block until the deadline. */
  KeySet known(Deadline deadline);

  /**
   * The keys to try after a signature did not fit {@code seen}. May block until the deadline.
   *
   * @return {@code seen} itself if there is nothing newer now
   * @throws KeysUnavailable if it is not known at the moment whether there are newer ones
   */
  default KeySet newerThan(KeySet seen, Deadline deadline) {
    return seen;
  }
}
