package io.kpigroups.domain;

/** Things of different accounts were to be put together. A bug in the caller, never user input. */
public final class AccountMismatch extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  AccountMismatch() {
    super("A group, its members and its favorites belong to one account.");
  }

  /**
   * Checks that both are the same account.
   *
   * @throws AccountMismatch if they are not
   */
  public static void check(AccountId one, AccountId other) {
    if (!one.equals(other)) {
      throw new AccountMismatch();
    }
  }
}
