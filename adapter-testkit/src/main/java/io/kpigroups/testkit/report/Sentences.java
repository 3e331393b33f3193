package io.kpigroups.testkit.report;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows the name of a test as the sentence that it is. */
public final class Sentences extends DisplayNameGenerator.Standard {
  private static final Pattern WORD = Pattern.compile("(?<=.)(?=[A-Z])|(?<=[a-z])(?=[0-9])");

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    return of(testMethod.getName());
  }

  /** {@code aKpiIsKnown} is "a KPI is known". */
  public static String of(String name) {
    return WORD.matcher(name)
        .replaceAll(" ")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\bkpi(s?)\\b", "KPI$1")
        .replaceAll("\\butf (\\d+)\\b", "UTF-$1");
  }

  /** {@code InMemoryStorageTest} is "in-memory". */
  static String storeName(Class<?> suite) {
    String name = suite.getSimpleName();
    String store = name.replaceFirst("(Storage|Store)?(Contract)?(Test|Tests|IT)?$", "");
    return of(store.isEmpty() ? name : store).toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
