package io.kpigroups.benchmarks.scale;

import java.lang.reflect.Field;
import java.util.Objects;

/** Looks at what the service has for itself. */
public final class Private {
  private Private() {}

  /**
   * What is in a private field.
   *
   * @throws IllegalStateException if there is no such field any more
   */
  public static Object field(Object of, String name) {
    try {
      Field field = of.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return Objects.requireNonNull(field.get(of), name);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          of.getClass() + " has no field \"" + name + "\" any more: a benchmark looks there.", e);
    }
  }
}
