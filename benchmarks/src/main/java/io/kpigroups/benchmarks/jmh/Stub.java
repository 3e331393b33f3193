package io.kpigroups.benchmarks.jmh;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for what a server, a container or a store gives us. What a call of it costs, that of a
 * JDK proxy and a look into a map, the benchmarks include; they call it a few times at the most.
 */
final class Stub {
  private Stub() {}

  /**
   * An object that answers these methods, by the name of each; the first argument is given to the
   * answer. Every other method fails.
   */
  static <T> T of(Class<T> type, Map<String, Function<@Nullable Object, ?>> answers) {
    Object stub =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Function<@Nullable Object, ?> answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer.apply(arguments == null ? null : arguments[0]);
            });
    return type.cast(stub);
  }

  /** An object that no method of is ever called. */
  static <T> T unused(Class<T> type) {
    return of(type, Map.of());
  }
}
