package io.kpigroups.testkit.template;

import io.kpigroups.testkit.report.ConformanceExtension;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of a suite, as an IDE would run it, and what became of its tests. */
final class Run implements TestExecutionListener {
  private final Set<String> discovered = ConcurrentHashMap.newKeySet();
  private final Set<String> passed = ConcurrentHashMap.newKeySet();
  private final Map<String, Throwable> failed = new ConcurrentHashMap<>();

  private Run() {}

  static Run of(Class<?> suite, Path reports) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(suite))
            .configurationParameter(ConformanceExtension.FOLDER, reports.toString())
            .build();
    Run run = new Run();
    LauncherFactory.create().execute(request, run);
    return run;
  }

  /** The methods that are tests. */
  Set<String> discovered() {
    return discovered;
  }

  /** The ids of tests, each time that they were tried. */
  Set<String> passed() {
    return passed;
  }

  /** Why tests failed, or what is around them. */
  Collection<Throwable> failures() {
    return failed.values();
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    plan.getRoots().forEach(root -> plan.getDescendants(root).forEach(this::discover));
  }

  private void discover(TestIdentifier test) {
    test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .ifPresent(method -> discovered.add(method.getClassName() + "." + method.getMethodName()));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result
        .getThrowable()
        .filter(failure -> result.getStatus() == TestExecutionResult.Status.FAILED)
        .ifPresent(failure -> failed.put(test.getUniqueId(), failure));
    if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      passed.add(test.getUniqueId());
    }
  }
}
