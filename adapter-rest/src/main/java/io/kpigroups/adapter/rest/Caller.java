package io.kpigroups.adapter.rest;

import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * What a verified token says of its bearer.
 *
 * @param user the user; empty if the token names none, or none that is well-formed
 * @param accounts the accounts that the user may act in
 * @param permissions what the user may do there
 */
public record Caller(Optional<UserId> user, Set<AccountId> accounts, Set<Permission> permissions) {
  public Caller {
    accounts = Set.copyOf(accounts);
    permissions = Set.copyOf(permissions);
  }
}
