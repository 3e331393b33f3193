package io.kpigroups.bootstrap.service.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a service under test is, and where KPIs are entered and removed: there too, unless it only
 * forwards. Then they are entered in the service behind it, as by those who use both.
 */
public record Service(URI base, URI register) {
  private static final Pattern ENTRY = Pattern.compile("/kpis/(?!groups$)[^/]+");

  /** The service that this address is of. */
  public static Service at(URI address) {
    URI base = URI.create(address.getScheme() + "://" + address.getAuthority());
    return new Service(base, base);
  }

  /** Somebody who may do everything in an account that nobody else uses. */
  public User newUser() {
    return user(Client.inNewAccount());
  }

  public User user(Client client) {
    return new User(this, client, List.of());
  }

  /** The answer to a request for this path, without a body and with only these headers. */
  public Answer send(String method, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Answer.to(request.method(method, BodyPublishers.noBody()).build()).join();
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** Sends the text as it is and answers all that comes back until the service hangs up. */
  public String sendRaw(String text) {
    return RawHttp.send(base.getPort(), text);
  }

  /** Where a path of the API is called. */
  public URI address(String path) {
    return URI.create(base + Client.API + path);
  }

  /** Where a path of the API is called that may be that of a KPI to be entered or removed. */
  public URI registerAddress(String path) {
    return ENTRY.matcher(path).matches() ? URI.create(register + Client.API + path) : address(path);
  }
}
