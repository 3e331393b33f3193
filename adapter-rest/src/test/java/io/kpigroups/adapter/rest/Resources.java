package io.kpigroups.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.Operation;
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
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The resources behind an edge, with a store in memory; in place of Quarkus REST, which finds and
 * calls them in the service. The token is the user's name, and everybody may do everything in the
 * account {@code a1}.
 */
final class Resources implements Handler<RoutingContext> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK = Clock.fixed(Edge.NOON, ZoneOffset.UTC);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Settings settings = Settings.DEFAULT;
  private final GroupIds ids = GroupIds.random(new SecureRandom());
  private final Edge edge = new Edge(this);

  Edge edge() {
    return edge;
  }

  /** Asks as ann, in the account. */
  Reply ask(String request) {
    return ask(request, "");
  }

  /** The same with a body and more header fields. */
  Reply ask(String request, String body, String... fields) {
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

  private static Caller caller(Optional<String> token, Deadline deadline) {
    String name = token.orElseThrow(() -> new Authenticator.Unauthenticated("No token."));
    return new Caller.Verified(
        Optional.of(new UserId(name.replace("Bearer ", ""))),
        Set.of(new AccountId("a1")),
        Set.of(Permission.MANAGE));
  }

  private RestResponse<?> answer(RoutingContext http) {
    Routes route = Routes.of(http.normalizedPath()).orElseThrow();
    Operation operation = route.operation(http.request().method().name()).orElseThrow();
    List<String> template = List.of(route.path().split("/"));
    List<String> segments = List.of(http.normalizedPath().split("/"));
    Api api = Calls.api(edge, http, Resources::caller, new RateLimits(0, 0));
    try {
      return call(api, operation, name -> segments.get(template.indexOf("{" + name + "}")));
    } catch (RuntimeException e) {
      return new ProblemMapper().map(e, http);
    }
  }

  private RestResponse<?> call(Api api, Operation operation, Function<String, String> path) {
    var groups =
        new GroupResource(api, new KpiGroupService(storage.groups(), settings, CLOCK, ids));
    var favorites =
        new FavoriteResource(api, new FavoriteService(storage.favorites(), settings, CLOCK));
    var members =
        new MembershipResource(api, new MembershipService(storage.memberships(), settings, CLOCK));
    var kpis =
        new KpiResource(api, new KpiRegisterService(storage.kpis(), storage.registry(), settings));
    return switch (operation) {
      case LIST_GROUPS -> groups.list();
      case GET_GROUP -> groups.get(path.apply("groupId"));
      case CREATE_GROUP -> groups.create();
      case RENAME_GROUP -> groups.rename(path.apply("groupId"));
      case DELETE_GROUP -> groups.delete(path.apply("groupId"));
      case FAVORITE_GROUP -> favorites.add(path.apply("groupId"));
      case UNFAVORITE_GROUP -> favorites.remove(path.apply("groupId"));
      case ADD_KPI_TO_GROUP -> members.add(path.apply("kpiId"), path.apply("groupId"));
      case REMOVE_KPI_FROM_GROUP -> members.remove(path.apply("kpiId"), path.apply("groupId"));
      case LIST_KPIS -> kpis.list();
      case GET_KPI -> kpis.get(path.apply("kpiId"));
      case REGISTER_KPI -> kpis.put(path.apply("kpiId"));
      case UNREGISTER_KPI -> kpis.remove(path.apply("kpiId"));
    };
  }

  private static void write(HttpServerResponse response, RestResponse<?> answer) {
    response.setStatusCode(answer.getStatus());
    answer
        .getHeaders()
        .forEach((name, values) -> response.putHeader(name, values.get(0).toString()));
    try {
      response.end(answer.hasEntity() ? JSON.writeValueAsString(answer.getEntity()) : "");
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
