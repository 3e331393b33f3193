package io.kpigroups.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * One line of JSON for each request. What came from outside stands in JSON strings only, so that
 * nobody can write a line of their own; path and query are not in it, nor is any header.
 */
@ApplicationScoped
class AccessLog {
  private static final Logger LOG = Logger.getLogger("kpigroups.access");

  private final ObjectMapper json;
  private final Clock clock;

  AccessLog(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** Writes the line; what is not known of the request is left out. */
  void write(String method, int status, Exchange exchange) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("method", method);
    exchange.route().map(Routes::path).ifPresent(route -> line.put("route", route));
    line.put("status", status);
    line.put("durationMs", exchange.age().toNanos() / 1_000 / 1_000.0);
    exchange.account().map(AccountId::value).ifPresent(account -> line.put("account", account));
    exchange.user().map(UserId::value).ifPresent(user -> line.put("user", user));
    line.put("traceId", exchange.traceId());
    try {
      LOG.info(json.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A line of strings and numbers cannot be written", e);
    }
  }
}
