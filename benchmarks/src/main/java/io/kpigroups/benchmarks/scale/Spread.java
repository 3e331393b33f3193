package io.kpigroups.benchmarks.scale;

/** Where the groups are. */
public enum Spread {
  /** All in the account that is measured. */
  ONE_ACCOUNT("All groups in one account"),
  /** In many other accounts, beside the measured one, which has as many groups at every size. */
  MANY_ACCOUNTS("The groups spread over many other accounts");

  private final String title;

  Spread(String title) {
    this.title = title;
  }

  /** A title for what was measured. */
  public String title() {
    return title;
  }

  /** How many groups the measured account has. */
  int ownGroups(int size, Amounts amounts) {
    return this == ONE_ACCOUNT ? size : amounts.ownGroups();
  }

  /** How many groups others have. */
  int otherGroups(int size) {
    return this == ONE_ACCOUNT ? 0 : size;
  }
}
