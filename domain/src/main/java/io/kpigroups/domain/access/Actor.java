package io.kpigroups.domain.access;

import io.kpigroups.domain.failure.NotPermitted;
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

  /**
   * The account that is acted in; nothing outside of it can be seen or changed.
   *
   * @throws NotPermitted if another system checks the actor
   */
  AccountId account();

  /**
   * The user who acts.
   *
   * @throws NotPermitted if another system checks the actor
   */
  UserId user();

  /** The account, whoever checks the actor; empty if another system decides which it is. */
  Optional<AccountId> named();

  /** Whether the user may do this in the account; true if another system decides. */
  boolean may(Permission permission);

  /** An actor whose user and permissions are known here. */
  static Actor of(AccountId account, UserId user, Set<Permission> permissions) {
    return new Member(account, user, Set.copyOf(permissions));
  }

  /**
   * An actor whom another system checks: it decides who the user is and what the user may do. Only
   * a store that forwards to that system can serve one. Every other needs the account, and so
   * refuses each call by {@link NotPermitted} before it does anything.
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
    public Optional<AccountId> named() {
      return Optional.of(account);
    }

    @Override
    public boolean may(Permission permission) {
      return permissions.stream().anyMatch(granted -> granted.implies(permission));
    }
  }

  /**
   * An actor whom another system checks. Nobody here has decided what it may do, so it has neither
   * an account nor a user for a store that does not ask that system.
   *
   * @param named the account, as far as it was named
   */
  record Delegated(Optional<AccountId> named) implements Actor {

    @Override
    public AccountId account() {
      throw undecided();
    }

    @Override
    public UserId user() {
      throw undecided();
    }

    private static NotPermitted undecided() {
      return new NotPermitted(
          "What this user may do is decided by another system, which the store in use does not"
              + " ask.");
    }

    @Override
    public boolean may(Permission permission) {
      return true;
    }
  }
}
