package io.kpigroups.domain.access;

import io.kpigroups.domain.failure.InvalidInput;
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
   * Checks that the actor has this permission in an account that is named.
   *
   * @throws InvalidInput if no account is named, so that there is none to have it in
   * @throws NotPermitted if the actor lacks it
   */
  public void require(Actor actor) {
    if (actor.named().isEmpty()) {
      throw new InvalidInput("The account must be named.");
    }
    if (!actor.may(this)) {
      throw new NotPermitted(lack);
    }
  }
}
