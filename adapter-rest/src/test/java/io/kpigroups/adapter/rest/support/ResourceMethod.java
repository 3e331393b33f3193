package io.kpigroups.adapter.rest.support;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/** A method of a resource, as its annotations tell Quarkus REST of it. */
public record ResourceMethod(Method java, String httpMethod) {

  /** All that a resource has. */
  public static Stream<ResourceMethod> of(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(
            method -> httpMethod(method).map(name -> new ResourceMethod(method, name)).stream());
  }

  public String path() {
    String below = Optional.ofNullable(java.getAnnotation(Path.class)).map(Path::value).orElse("");
    return java.getDeclaringClass().getAnnotation(Path.class).value() + below;
  }

  /** The media types of its answer. */
  public List<String> produces() {
    return Optional.ofNullable(java.getAnnotation(Produces.class))
        .map(types -> List.of(types.value()))
        .orElse(List.of());
  }

  /** The variables of the path that it is given. */
  public List<String> pathParameters() {
    return Arrays.stream(java.getParameters())
        .map(parameter -> parameter.getAnnotation(PathParam.class).value())
        .toList();
  }

  /** Calls it with the values of these variables. */
  RestResponse<?> call(Object resource, UnaryOperator<String> path) {
    try {
      return (RestResponse<?>) java.invoke(resource, pathParameters().stream().map(path).toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }
}
