package io.kpigroups.domain.failure;

/** Things of different accounts were to be put together. A bug in the caller, never user input. */
public final class AccountMismatch extends KpiGroupException {
  public AccountMismatch() {
    super("A group, its members and its favorites belong to one account.");
  }
}
