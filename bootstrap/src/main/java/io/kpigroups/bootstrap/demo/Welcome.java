package io.kpigroups.bootstrap.demo;

import io.kpigroups.bootstrap.identity.DemoIdentity;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service prints when it has started.
 *
 * @param store the store's name as it was set
 * @param folder where the data is; empty if it is not in a folder here
 * @param api the address of the service, without a slash at its end
 * @param management the address of the management
 */
public record Welcome(String store, Optional<String> folder, String api, String management) {
  private static final Pattern ADDRESS = Pattern.compile("(\\w+://)\\[?(.+?)]?(:\\d+(/.*)?)");
  private static final String DEMO =
      """

      KPI Groups is running, for development only: its tokens are signed with a key in the data \
      folder. Set mp.jwt.verify.publickey.location to use your own identity provider.

        Data         %1$s
        Account      %2$s, with three KPIs in its register
        Swagger UI   %3$s/q/swagger-ui
        Health       %4$s/q/health
        Token        for the user %5$s, valid for %6$d hours:

      %7$s

      Try it:

      curl -s -H "Authorization: Bearer %7$s" -H "gtmhub-accountId: %2$s" %3$s/api/v1/kpis/groups
      """;

  public Welcome {
    api = reachable(api);
    management = reachable(management);
  }

  /**
   * An address that a client can use: {@code localhost} for "all interfaces", and brackets around
   * an IPv6 address.
   */
  static String reachable(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return address;
    }
    String host = parts.group(2);
    if (host.equals("0.0.0.0") || host.matches("[0:]*:[0:]*")) {
      host = "localhost";
    }
    return parts.group(1) + (host.contains(":") ? "[" + host + "]" : host) + parts.group(3);
  }

  /** One line, without any secret. */
  public String toService() {
    String place = folder.map(path -> " in " + path).orElse("");
    return String.format(
        Locale.ROOT,
        "KPI Groups: store %s%s, at %s, Swagger UI at %3$s/q/swagger-ui, health at %s/q/health",
        store,
        place,
        api,
        management);
  }

  /** What somebody who tries the service out can do next. */
  public String toDemo(String token) {
    return String.format(
        Locale.ROOT,
        DEMO,
        folder.orElse(store),
        DemoData.ACCOUNT.value(),
        api,
        management,
        DemoData.USER.value(),
        DemoIdentity.VALIDITY.toHours(),
        token);
  }
}
