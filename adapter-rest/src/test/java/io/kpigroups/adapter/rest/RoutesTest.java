package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.in.Operation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/kpis/groups, GROUPS",
    "/api/v1/kpis/groups/, GROUPS",
    "/api/v1/kpis/groups/g1, GROUP",
    "/api/v1/kpis/groups/groups, GROUP",
    "/api/v1/kpis/groups/g1/favorite, FAVORITE",
    "/api/v1/kpis/k1/groups/g1, MEMBERSHIP",
    "/api/v1/kpis, KPIS",
    "/api/v1/kpis/, KPIS",
    "/api/v1/kpis/k1, KPI",
    "/api/v1/kpis/k%201/, KPI"
  })
  void aPathHasItsRoute(String path, Routes route) {
    assertThat(Routes.of(path)).contains(route);
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
        "/api/v1/kpis/k1/groups",
        "/api/v1/kpis/groups/g1/favorite/more",
        "/other/api/v1/kpis"
      })
  void anyOtherPathHasNone(String path) {
    assertThat(Routes.of(path)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Routes.class)
  void theNamedPathOfARouteIsItsOwn(Routes route) {
    assertThat(Routes.of(route.path().replace("{", "").replace("}", ""))).contains(route);
  }

  @Test
  void everyOperationIsAskedForInOneWay() {
    List<Operation> asked =
        Arrays.stream(Routes.values())
            .flatMap(route -> route.methods().stream().map(route::operation))
            .flatMap(operation -> operation.stream().distinct())
            .toList();

    assertThat(asked.stream().distinct()).containsExactlyInAnyOrder(Operation.values());
    assertThat(asked)
        .as("HEAD is GET")
        .hasSize(Operation.values().length + 4)
        .containsOnlyOnce(Operation.CREATE_GROUP, Operation.REMOVE_KPI_FROM_GROUP);
  }

  @Test
  void theOperationIsThatOfTheMethod() {
    assertThat(Routes.GROUP.operation("GET")).contains(Operation.GET_GROUP);
    assertThat(Routes.GROUP.operation("HEAD")).contains(Operation.GET_GROUP);
    assertThat(Routes.GROUP.operation("PATCH")).contains(Operation.RENAME_GROUP);
    assertThat(Routes.GROUP.operation("PUT")).isEmpty();
    assertThat(Routes.FAVORITE.operation("HEAD")).isEmpty();
    assertThat(Routes.MEMBERSHIP.operation("DELETE")).contains(Operation.REMOVE_KPI_FROM_GROUP);
    assertThat(Routes.KPI.operation("PUT")).contains(Operation.REGISTER_KPI);
  }

  @Test
  void theMethodsOfARouteComeInOrderAndHeadComesWithGet() {
    assertThat(Routes.GROUPS.methods()).containsExactly("GET", "HEAD", "POST");
    assertThat(Routes.GROUP.methods()).containsExactly("DELETE", "GET", "HEAD", "PATCH");
    assertThat(Routes.FAVORITE.methods()).containsExactly("DELETE", "PUT");
  }

  @Test
  void onlyWritesOfContentTakeABody() {
    assertThat(Routes.GROUPS.takesBody("POST")).isTrue();
    assertThat(Routes.GROUPS.takesBody("GET")).isFalse();
    assertThat(Routes.GROUP.takesBody("PATCH")).isTrue();
    assertThat(Routes.GROUP.takesBody("DELETE")).isFalse();
    assertThat(Routes.FAVORITE.takesBody("PUT")).isFalse();
    assertThat(Routes.KPI.takesBody("PUT")).isTrue();
  }

  @Test
  void readsAndWritesOfContentAreAnsweredInJson() {
    assertThat(Routes.GROUPS.answersJson("GET")).isTrue();
    assertThat(Routes.GROUPS.answersJson("HEAD")).isTrue();
    assertThat(Routes.GROUPS.answersJson("POST")).isTrue();
    assertThat(Routes.GROUP.answersJson("DELETE")).isFalse();
    assertThat(Routes.MEMBERSHIP.answersJson("PUT")).isFalse();
  }

  @Test
  void onlyAPatchMayBeAMergePatch() {
    assertThat(Routes.mediaTypes("PATCH"))
        .containsExactlyInAnyOrder("application/json", "application/merge-patch+json");
    assertThat(Routes.mediaTypes("POST")).containsExactly("application/json");
  }
}
