package io.kpigroups.domain;

/** What a user may do in an account. */
public enum Permission {
  /** See groups, their members and the register. */
  READ,
  /** Change groups, their members and the register; includes {@link #READ}. */
  MANAGE;

  /** Whether who has this permission has {@code other} as well. */
  public boolean implies(Permission other) {
    return compareTo(other) >= 0;
  }
}
