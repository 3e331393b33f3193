package io.kpigroups.bootstrap.service.client;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** A user of an account, as a client of the service sees itself. */
public record Client(String token, String account) {
  public static final String API = "/api/v1";

  /** Who a client is that does not say. */
  public static final String USER = "ann";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Somebody who may do everything in an account that nobody else uses. */
  public static Client inNewAccount() {
    return of(USER, randomId(), "kpis:manage");
  }

  public static Client of(String user, String account, String... permissions) {
    return withToken(
        Tokens.es256(Tokens.claims(user, List.of(account), List.of(permissions))), account);
  }

  public static Client withToken(String token, String account) {
    return new Client(token, account);
  }

  public static String randomId() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
