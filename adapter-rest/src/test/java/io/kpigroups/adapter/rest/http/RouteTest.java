package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
  private static final String GROUPS = "/api/v1/kpis/groups";

  @ParameterizedTest
  @CsvSource({
    "/api/v1/kpis/groups, /api/v1/kpis/groups",
    "/api/v1/kpis/groups/, /api/v1/kpis/groups",
    "/api/v1/kpis/groups/g1, /api/v1/kpis/groups/{groupId}",
    "/api/v1/kpis/groups/groups, /api/v1/kpis/groups/{groupId}",
    "/api/v1/kpis/groups/g1/favorite, /api/v1/kpis/groups/{groupId}/favorite",
    "/api/v1/kpis/k1/groups/g1, /api/v1/kpis/{kpiId}/groups/{groupId}",
    "/api/v1/kpis, /api/v1/kpis",
    "/api/v1/kpis/, /api/v1/kpis",
    "/api/v1/kpis/k1, /api/v1/kpis/{kpiId}",
    "/api/v1/kpis/k%201/, /api/v1/kpis/{kpiId}"
  })
  void aPathHasItsRoute(String path, String route) {
    assertThat(Route.of(path).map(Route::path)).contains(route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/q/health",
        "/api/v1",
        "/api/v1/",
        "/api/v1//kpis",
        "/api/v1/groups",
        "/api/v1/KPIS",
        "/api/v2/kpis",
        "/api/v1/kpis//groups",
        "/api/v1/kpis/groups/g1/unknown",
        "/api/v1/kpis/k1/unknown",
        "/api/v1/kpis/groups/g1/favorite/more",
        "/other/api/v1/kpis"
      })
  void anyOtherPathHasNone(String path) {
    assertThat(Route.of(path)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void everyEndpointIsFoundByItsPathAndMethod(Endpoint endpoint) {
    Route route = Route.of(endpoint.path().replaceAll("[{}]", "")).orElseThrow();

    assertThat(route.path()).isEqualTo(endpoint.path());
    assertThat(route.endpoint(endpoint.method())).contains(endpoint);
  }

  @Test
  void headIsGetAndAMethodThatIsNotThereHasNoEndpoint() {
    assertThat(endpoint(GROUPS + "/g1", "HEAD")).contains(Endpoint.GET_GROUP);
    assertThat(endpoint(GROUPS + "/g1", "PUT")).isEmpty();
    assertThat(endpoint(GROUPS + "/g1/favorite", "HEAD")).isEmpty();
  }

  @Test
  void theMethodsOfARouteComeInOrderAndHeadComesWithGet() {
    assertThat(allowed(GROUPS)).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(allowed(GROUPS + "/g1")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    assertThat(allowed(GROUPS + "/g1/favorite")).isEqualTo("DELETE, OPTIONS, PUT");
  }

  private static Optional<Endpoint> endpoint(String path, String method) {
    return Route.of(path).orElseThrow().endpoint(method);
  }

  private static String allowed(String path) {
    return Route.of(path).orElseThrow().allowed();
  }
}
