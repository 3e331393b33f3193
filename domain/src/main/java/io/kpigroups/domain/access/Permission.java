package io.kpigroups.domain.access;

import io.kpigroups.domain.failure.NotPermitted;

/** What a user may do in an account. */
public enum Permission {
  /** See groups, their members and the register. */
  READ("This needs the permission to read KPIs in the account."),
  /** Change groups, their members and the register; includes {@link #READ}. */
  MANAGE("This needs the permission to manage KPIs in the account.");

  private final String lack;

  Permission(String lack) {
    this.lack = lack;
  }

  /** Whether who has this permission has {@code other} as well. */
  public boolean implies(Permission other) {
    return compareTo(other) >= 0;
  }

  /**
   * Checks that the actor has this permission.
   *
   * @throws NotPermitted if not
   */
  public void require(Actor actor) {
    if (!actor.may(this)) {
      throw new NotPermitted(lack);
    }
  }
}
