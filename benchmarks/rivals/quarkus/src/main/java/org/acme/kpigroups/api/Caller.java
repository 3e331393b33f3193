package org.acme.kpigroups.api;

import jakarta.enterprise.context.RequestScoped;

/** Who calls, in which account. */
@RequestScoped
public class Caller {
  private String account;
  private String user;

  void is(String account, String user) {
    this.account = account;
    this.user = user;
  }

  public String account() {
    return account;
  }

  public String user() {
    return user;
  }
}
