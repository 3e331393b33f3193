package io.kpigroups.domain;

import java.util.Set;

/**
 * On whose behalf something happens: a user acting in one account.
 *
 * <p>It reaches every port, so that no store can answer without knowing the account. Whoever makes
 * one vouches that the user may act in the account.
 */
public sealed interface Actor permits Actor.Member {

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
}
