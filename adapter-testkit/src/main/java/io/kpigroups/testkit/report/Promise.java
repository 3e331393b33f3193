package io.kpigroups.testkit.report;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * One promise of the contract, which is one test.
 *
 * @param area the display name of the group of promises, as in an IDE
 * @param suite the class that JUnit knows the test by: a nested one, or the author's
 * @param method the test; what declares it is the contract
 */
public record Promise(String area, Class<?> suite, Method method) {
  /** The area of what stands in the author's class itself. */
  static final String WHOLE_STORE = "The store as a whole";

  private static final Comparator<Promise> IN_ORDER =
      Comparator.comparing(Promise::area)
          .thenComparing(Promise::contract)
          .thenComparing(promise -> promise.method().getName());

  /** All promises of a class that extends the contract, in the order of areas and contracts. */
  public static List<Promise> of(Class<?> suite) {
    List<Promise> promises = new ArrayList<>(of(WHOLE_STORE, suite));
    for (Class<?> nest :
        ReflectionSupport.findNestedClasses(
            suite, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))) {
      String area =
          AnnotationSupport.findAnnotation(nest, DisplayName.class)
              .map(DisplayName::value)
              .orElse(nest.getSimpleName());
      promises.addAll(of(area, nest));
    }
    promises.sort(IN_ORDER);
    return List.copyOf(promises);
  }

  private static List<Promise> of(String area, Class<?> suite) {
    return ReflectionSupport.findMethods(suite, Promise::isPromise, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .map(method -> new Promise(area, suite, method))
        .toList();
  }

  /** Contracts are abstract; a test of a class that is not is one of the author's own. */
  private static boolean isPromise(Method method) {
    return AnnotationSupport.isAnnotated(method, Testable.class)
        && Modifier.isAbstract(method.getDeclaringClass().getModifiers());
  }

  /** The contract that says it. */
  public String contract() {
    return method.getDeclaringClass().getSimpleName();
  }

  /** What is promised. */
  public String sentence() {
    return Sentences.of(method.getName());
  }
}
