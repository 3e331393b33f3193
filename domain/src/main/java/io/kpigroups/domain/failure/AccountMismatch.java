package io.kpigroups.domain.failure;

/** Things of different accounts were used together. A bug in the caller, never wrong input. */
public final class AccountMismatch extends KpiGroupException {
  public AccountMismatch() {
    super("A group, its members and its favorites belong to one account.");
  }
}
