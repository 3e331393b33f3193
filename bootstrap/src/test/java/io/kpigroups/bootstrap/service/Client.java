package io.kpigroups.bootstrap.service;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** A user of an account, as a client of the service sees itself. */
record Client(String token, String account) {
  static final String API = "/api/v1";

  /** Who a client is that does not say. */
  static final String USER = "ann";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Somebody who may do everything in an account that nobody else uses. */
  static Client inNewAccount() {
    return of(USER, randomId(), "kpis:manage");
  }

  static Client of(String user, String account, String... permissions) {
    return withToken(
        Tokens.es256(Tokens.claims(user, List.of(account), List.of(permissions))), account);
  }

  static Client withToken(String token, String account) {
    return new Client(token, account);
  }

  static String randomId() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
