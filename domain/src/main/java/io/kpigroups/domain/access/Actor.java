package io.kpigroups.domain.access;

import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * On whose behalf something happens: a user acting in one account.
 *
 * <p>It reaches every port, so that no store can answer without knowing the account. Whoever makes
 * one vouches that the user may act in the account.
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
   * An actor whom another system knows: it decides who the user is and what the user may do.
   *
   * @param account the account that is acted in; empty if that system is to decide this as well
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
   * Somebody who is judged elsewhere. Only a store that forwards to the system that judges can
   * serve one; every other call for the user is a bug, and fails.
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

    /** Whatever is asked for is let through, to be decided elsewhere. */
    @Override
    public boolean may(Permission permission) {
      return true;
    }
  }
}
