package io.kpigroups.bootstrap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said when the service has started.
 *
 * @param store the store's name as it was set
 * @param folder where the data is; empty if it is not in a folder here
 * @param base the address of the service, without a slash at its end
 * @param health the address of its health
 */
record Welcome(String store, Optional<Path> folder, String base, String health) {
  private static final Pattern ADDRESS = Pattern.compile("(\\w+://)\\[?(.+?)]?(:\\d+(/.*)?)");

  /**
   * An address at which a client gets through: all interfaces together are none, and colons stand
   * in brackets there.
   *
   * @param address scheme, host, port and perhaps a path, as they are set
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
  String toService() {
    String kept = store + folder.map(path -> " in " + path).orElse("");
    String pages = "Swagger UI at " + base + "/q/swagger-ui, health at " + health;
    return "KPI Groups: store " + kept + ", at " + base + ", " + pages;
  }

  /** How to go on from here for somebody who tries it out. */
  String toDemo(String token, Duration validity) {
    return String.format(
        Locale.ROOT,
        """

        KPI Groups is running, for development only: its tokens are signed with a key in the data \
        folder. Set mp.jwt.verify.publickey.location to use your own identity provider.

          Data         %s
          Account      %s, with three KPIs in its register
          Swagger UI   %s/q/swagger-ui
          Health       %s
          Token        for the user %s, valid for %d hours:

        %s

        Try it:

        curl -s -H "Authorization: Bearer %s" -H "gtmhub-accountId: %s" %s/api/v1/kpis/groups
        """,
        folder.map(Path::toString).orElse(store),
        DemoData.ACCOUNT.value(),
        base,
        health,
        DemoData.USER.value(),
        validity.toHours(),
        token,
        token,
        DemoData.ACCOUNT.value(),
        base);
  }
}
