package io.kpigroups.testkit.report;

import io.kpigroups.testkit.fixture.StorageFixture;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Skips what the author says is not offered, and writes the report behind the last test of the
 * author's class: {@code <store>.md} and {@code <store>.json}.
 */
public final class ConformanceExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        TestWatcher,
        AfterAllCallback {
  /**
   * The configuration parameter of JUnit, or system property, that names the folder of reports:
   * {@code target/conformance} by default.
   */
  public static final String FOLDER = "kpigroups.conformance.folder";

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isAuthors(context)) {
      store(context).put(Recorder.class, new Recorder(context.getRequiredTestClass()));
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Object author = context.getRequiredTestInstances().getAllInstances().get(0);
    if (author instanceof ConformanceFixture fixture) {
      recorder(context).isAbout(fixture);
      reason(fixture.notOffered(), context.getRequiredTestMethod().getDeclaringClass())
          .ifPresent(Assumptions::abort);
    }
  }

  /** The reason that was given for the contract, or else for what it extends. */
  private static Optional<String> reason(
      Map<Class<? extends StorageFixture>, String> reasons, Class<?> contract) {
    return Optional.ofNullable(reasons.get(contract))
        .or(
            () ->
                reasons.entrySet().stream()
                    .filter(entry -> entry.getKey().isAssignableFrom(contract))
                    .map(Map.Entry::getValue)
                    .findAny());
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    store(context).put(Instant.class, Instant.now());
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Instant begin = store(context).get(Instant.class, Instant.class);
    store(context).put(Duration.class, Duration.between(begin, Instant.now()));
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    note(context, Finding.held(time(context)));
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    note(context, Finding.notHeld(message(cause), time(context)));
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    note(context, Finding.notOffered(message(cause).replaceFirst("^Assumption failed: ", "")));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (isAuthors(context)) {
      String folder = context.getConfigurationParameter(FOLDER).orElse("target/conformance");
      recorder(context).report(Instant.now()).write(Path.of(folder));
    }
  }

  private static void note(ExtensionContext context, Finding finding) {
    Method test = context.getRequiredTestMethod();
    recorder(context).note(test, finding);
  }

  private static String message(@Nullable Throwable cause) {
    return Optional.ofNullable(cause).map(Throwable::getMessage).orElse(String.valueOf(cause));
  }

  private static Duration time(ExtensionContext context) {
    return Optional.ofNullable(store(context).get(Duration.class, Duration.class))
        .orElse(Duration.ZERO);
  }

  private static boolean isAuthors(ExtensionContext context) {
    return context.getEnclosingTestClasses().isEmpty();
  }

  private static Recorder recorder(ExtensionContext context) {
    return Objects.requireNonNull(store(context).get(Recorder.class, Recorder.class));
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(ConformanceExtension.class));
  }
}
