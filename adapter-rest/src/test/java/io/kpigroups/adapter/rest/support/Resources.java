package io.kpigroups.adapter.rest.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.call.OperationRunner;
import io.kpigroups.adapter.rest.group.GroupListResource;
import io.kpigroups.adapter.rest.group.GroupResource;
import io.kpigroups.adapter.rest.group.MembershipResource;
import io.kpigroups.adapter.rest.http.Endpoint;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.http.JsonContentWriter;
import io.kpigroups.adapter.rest.http.ProblemMapper;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.kpi.KpiResource;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.service.FavoriteService;
import io.kpigroups.application.service.GroupIds;
import io.kpigroups.application.service.KpiGroupService;
import io.kpigroups.application.service.KpiRegisterService;
import io.kpigroups.application.service.MembershipService;
import io.kpigroups.application.service.Settings;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.memory.InMemoryStorage;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The resources behind an edge, with a store in memory; in place of Quarkus REST, which finds and
 * calls them in the service. The token is the user's name, and everybody may do everything in the
 * account {@code a1}.
 */
public final class Resources implements Handler<RoutingContext> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK = Clock.fixed(Edge.NOON, ZoneOffset.UTC);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Settings settings = Settings.DEFAULT;
  private final GroupIds ids = GroupIds.random(new SecureRandom());
  private final Edge edge = new Edge(this);

  public Edge edge() {
    return edge;
  }

  /** Asks as ann, in the account. */
  public Reply ask(String request) {
    return ask(request, "");
  }

  /** The same with a body and more header fields. */
  public Reply ask(String request, String body, String... fields) {
    List<String> all =
        Stream.concat(
                Stream.of(
                    "Authorization: Bearer ann",
                    "gtmhub-accountId: a1",
                    "Content-Type: application/json",
                    "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length),
                Stream.of(fields))
            .toList();
    return edge.send(Line.head(request, all.toArray(String[]::new)) + body);
  }

  @Override
  public void handle(RoutingContext http) {
    http.vertx()
        .executeBlocking(() -> answer(http), false)
        .onSuccess(answer -> write(http.response(), answer))
        .onFailure(http::fail);
  }

  private static Caller caller(BearerToken token, Deadline deadline) {
    return new Caller.Verified(
        Optional.of(new UserId(token.value())),
        Set.of(new AccountId("a1")),
        Set.of(Permission.MANAGE));
  }

  private RestResponse<?> answer(RoutingContext http) {
    Endpoint endpoint = RequestContext.of(http).endpoint().orElseThrow();
    List<String> template = List.of(endpoint.path().split("/"));
    List<String> segments = List.of(http.normalizedPath().split("/"));
    OperationRunner api = Calls.api(edge, http, Resources::caller, new RateLimits(0, 0));
    try {
      return call(api, endpoint, name -> segments.get(template.indexOf("{" + name + "}")));
    } catch (RuntimeException e) {
      return new ProblemMapper().map(e, http);
    }
  }

  private RestResponse<?> call(
      OperationRunner runner, Endpoint endpoint, UnaryOperator<String> path) {
    return all(runner)
        .flatMap(
            resource ->
                ResourceMethod.of(resource.getClass())
                    .filter(method -> method.httpMethod().equals(endpoint.method()))
                    .filter(method -> method.path().equals(endpoint.path()))
                    .map(method -> method.call(resource, path)))
        .findFirst()
        .orElseThrow();
  }

  private Stream<Object> all(OperationRunner runner) {
    KpiGroups groups = new KpiGroupService(storage, settings, CLOCK, ids);
    return Stream.of(
        new GroupListResource(runner, groups),
        new GroupResource(
            runner, groups, new FavoriteService(storage.favorites(), settings, CLOCK)),
        new MembershipResource(
            runner, new MembershipService(storage.memberships(), settings, CLOCK)),
        new KpiResource(
            runner, new KpiRegisterService(storage.kpis(), storage.registry(), settings)));
  }

  private static void write(HttpServerResponse response, RestResponse<?> answer) {
    response.setStatusCode(answer.getStatus());
    answer
        .getHeaders()
        .forEach((name, values) -> response.putHeader(name, values.get(0).toString()));
    response.end(answer.hasEntity() ? Buffer.buffer(json(answer.getEntity())) : Buffer.buffer());
  }

  private static byte[] json(Object entity) {
    try {
      return entity instanceof JsonContent content
          ? JsonContentWriter.bytes(content)
          : JSON.writeValueAsBytes(entity);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
