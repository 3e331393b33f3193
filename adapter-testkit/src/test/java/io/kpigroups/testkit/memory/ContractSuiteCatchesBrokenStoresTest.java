package io.kpigroups.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.testkit.report.ConformanceExtension;
import io.kpigroups.testkit.report.Promise;
import io.kpigroups.testkit.report.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A suite that no store can fail proves nothing: each of these mistakes must be found by it. */
class ContractSuiteCatchesBrokenStoresTest {

  /** The reports of these are nobody's. */
  @TempDir static Path reports;

  static class Sound extends BrokenStore {}

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.memory.Mistakes#all")
  void aMistakeIsFoundByTheTestThatIsAboutIt(Class<? extends BrokenStore> store, String test) {
    assertThat(failedTests(named(store, test))).containsExactly(test);
  }

  /** For docs/conformance.md. */
  @Test
  void theMistakesAreListedForTheReport() throws IOException {
    List<String> mistakes =
        Mistakes.all()
            .map(Arguments::get)
            .map(
                row ->
                    "| %s | %s |"
                        .formatted(
                            Sentences.of(((Class<?>) row[0]).getSimpleName()),
                            Sentences.of((String) row[1])))
            .toList();

    assertThat(mistakes).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    Files.write(
        Files.createDirectories(Path.of("target/conformance")).resolve("mistakes.md"), mistakes);
  }

  @Test
  void theSamePartsWithoutAMistakePass() {
    assertThat(failedTests(DiscoverySelectors.selectClass(Sound.class))).isEmpty();
  }

  private static DiscoverySelector named(Class<?> store, String test) {
    Promise promise =
        Promise.of(store).stream()
            .filter(one -> one.method().getName().equals(test))
            .findAny()
            .orElseThrow();
    return promise.suite() == store
        ? DiscoverySelectors.selectMethod(store, promise.method())
        : DiscoverySelectors.selectNestedMethod(List.of(store), promise.suite(), promise.method());
  }

  private static Set<String> failedTests(DiscoverySelector tests) {
    Set<String> failed = ConcurrentHashMap.newKeySet();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(tests)
            .configurationParameter(ConformanceExtension.FOLDER, reports.toString())
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                  failed.add(methodName(test));
                }
              }
            });
    return failed;
  }

  private static String methodName(TestIdentifier test) {
    return test.getSource()
        .filter(org.junit.platform.engine.support.descriptor.MethodSource.class::isInstance)
        .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast)
        .map(org.junit.platform.engine.support.descriptor.MethodSource::getMethodName)
        .orElse(test.getDisplayName());
  }
}
