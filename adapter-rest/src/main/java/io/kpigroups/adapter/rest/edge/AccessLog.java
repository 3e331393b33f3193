package io.kpigroups.adapter.rest.edge;

import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.http.Route;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Writes one line of JSON for each request. What came from outside stands in JSON strings only, so
 * that nobody can forge a line. Path, query and header fields are not in it.
 */
@ApplicationScoped
public class AccessLog {
  private static final Logger LOG = Logger.getLogger("kpigroups.access");

  private final Clock clock;

  public AccessLog(Clock clock) {
    this.clock = clock;
  }

  /** Writes the line; what is not known of the request is left out. */
  void write(String method, int status, RequestContext request) {
    JsonObject line = new JsonObject();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("method", method);
    request.route().map(Route::path).ifPresent(route -> line.put("route", route));
    line.put("status", status);
    line.put("durationMs", request.age().toNanos() / 1_000 / 1_000.0);
    request.account().map(AccountId::value).ifPresent(account -> line.put("account", account));
    request.user().map(UserId::value).ifPresent(user -> line.put("user", user));
    line.put("traceId", request.traceId());
    LOG.info(line.encode());
  }
}
