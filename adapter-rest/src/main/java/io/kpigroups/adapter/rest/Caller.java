package io.kpigroups.adapter.rest;

import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Optional;
import java.util.Set;

/** Who sent a request, as far as it is known here. */
public sealed interface Caller permits Caller.Verified, Caller.Unverified {

  /**
   * What a verified token says of its bearer.
   *
   * @param user the user; empty if the token names none, or none that is well-formed
   * @param accounts the accounts that the user may act in
   * @param permissions what the user may do there
   */
  record Verified(Optional<UserId> user, Set<AccountId> accounts, Set<Permission> permissions)
      implements Caller {
    public Verified {
      accounts = Set.copyOf(accounts);
      permissions = Set.copyOf(permissions);
    }
  }

  /** The bearer of a token that only the system behind the store can verify. */
  record Unverified() implements Caller {}
}
