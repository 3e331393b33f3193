package io.kpigroups.bootstrap;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Something of a large interface of which a test needs a few methods; every other one fails. */
public final class StandIn {
  private StandIn() {}

  /**
   * Makes one.
   *
   * @param methods what the methods answer for their arguments, by name
   */
  public static <T> T of(Class<T> type, Map<String, Function<List<Object>, Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<List<Object>, Object> answer = methods.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer.apply(arguments == null ? List.of() : List.of(arguments));
            }));
  }
}
