package io.kpigroups.domain.access;

import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts: a user in one account.
 *
 * <p>Every port takes one, so that no store can answer without knowing the account. Who makes one
 * guarantees that the user may act in the account.
 */
public sealed interface Actor permits Actor.Member, Actor.Delegated {

  /** The account that is acted in; nothing outside of it can be seen or changed. */
  AccountId account();

  /** The user who acts. */
  UserId user();

  /** Whether the user may do this in the account. */
  boolean may(Permission permission);

  /** An actor whose user and permissions are known here. */
  static Actor of(AccountId account, UserId user, Set<Permission> permissions) {
    return new Member(account, user, Set.copyOf(permissions));
  }

  /**
   * An actor whom another system checks: it decides who the user is and what the user may do.
   *
   * @param account the account; empty if that system decides this as well
   */
  static Actor delegated(Optional<AccountId> account) {
    return new Delegated(account);
  }

  /** A user of an account with the permissions that were granted. */
  record Member(AccountId account, UserId user, Set<Permission> permissions) implements Actor {
    public Member {
      permissions = Set.copyOf(permissions);
    }

    @Override
    public boolean may(Permission permission) {
      return permissions.stream().anyMatch(granted -> granted.implies(permission));
    }
  }

  /**
   * An actor whom another system checks. Only a store that forwards to that system can serve one;
   * to ask for the user here is a bug, and fails.
   *
   * @param named the account, as far as it was named
   */
  record Delegated(Optional<AccountId> named) implements Actor {

    /**
     * The account that was named.
     *
     * @throws IllegalStateException if none was
     */
    @Override
    public AccountId account() {
      return named.orElseThrow(
          () -> new IllegalStateException("The account is decided elsewhere."));
    }

    /**
     * Never known here.
     *
     * @throws IllegalStateException always
     */
    @Override
    public UserId user() {
      throw new IllegalStateException("The user is known elsewhere only.");
    }

    /** Always true: the other system decides. */
    @Override
    public boolean may(Permission permission) {
      return true;
    }
  }
}
