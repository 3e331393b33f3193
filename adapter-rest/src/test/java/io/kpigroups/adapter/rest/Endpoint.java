package io.kpigroups.adapter.rest;

import io.kpigroups.application.port.in.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A method of a resource as its annotations tell Quarkus REST and the OpenAPI document of it. */
record Endpoint(
    String method,
    String path,
    String operationId,
    Set<String> consumes,
    Set<String> produces,
    List<String> pathParameters) {

  /** All that there are. */
  static List<Endpoint> all() {
    return Stream.of(
            GroupResource.class,
            FavoriteResource.class,
            MembershipResource.class,
            KpiResource.class)
        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
        .filter(
            method ->
                method.isAnnotationPresent(
                    org.eclipse.microprofile.openapi.annotations.Operation.class))
        .map(Endpoint::of)
        .toList();
  }

  private static Endpoint of(Method method) {
    String below =
        Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    return new Endpoint(
        httpMethod(method),
        method.getDeclaringClass().getAnnotation(Path.class).value() + below,
        method
            .getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class)
            .operationId(),
        Optional.ofNullable(method.getAnnotation(Consumes.class))
            .map(types -> Set.of(types.value()))
            .orElse(Set.of()),
        Optional.ofNullable(method.getAnnotation(Produces.class))
            .map(types -> Set.of(types.value()))
            .orElse(Set.of()),
        Arrays.stream(method.getParameters()).map(Endpoint::name).toList());
  }

  private static String httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst()
        .orElseThrow();
  }

  private static String name(Parameter parameter) {
    return parameter.getAnnotation(PathParam.class).value();
  }

  Routes route() {
    return Arrays.stream(Routes.values())
        .filter(route -> route.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No route " + path));
  }

  /** What it does, by the routes. */
  Operation operation() {
    return route().operation(method).orElseThrow();
  }

  @Override
  public String toString() {
    return operationId;
  }
}
