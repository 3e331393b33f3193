package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The tests of all modules keep to the rules by which none fails on a busy machine. */
class UnhurriedTest {
  private static final Path ROOT = Path.of("..");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages(Planted.ROOT + ".hurry");

  /** The contracts for stores are tests too. */
  private static final Path CONTRACTS = ROOT.resolve("adapter-testkit");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .importPaths(Stream.concat(testClasses(), Stream.of(classes(CONTRACTS))).toList())
          .that(not(resideInAPackage(Planted.ROOT + "..")));

  static final List<Boundary> RULES = Unhurried.RULES;

  /** What must be found of each rule in the planted class. */
  private static final Map<String, List<String>> OFFENCES =
      Map.of(
          "no test waits for time to pass",
          List.of("Thread.sleep", "TimeUnit.sleep", "parkNanos", "parkUntil", "Object.wait"),
          "what a test awaits it awaits with patience",
          List.of("Awaitility.await()"),
          "no test takes the time",
          List.of("System.nanoTime()", "System.currentTimeMillis()"),
          "no test judges how long something took",
          List.of(
              ".isLessThan(",
              ".isLessThanOrEqualTo(",
              ".isBetween(",
              ".isStrictlyBetween(",
              ".isCloseTo("),
          "no test demands to be done in some time",
          List.of(
              ".succeedsWithin(",
              ".failsWithin(",
              ".assertTimeout(",
              ".assertTimeoutPreemptively("),
          "a test that hangs is given a minute or more",
          List.of(".Hurried has the limit PT59S", ".sets() has the limit PT59.999S"));

  @ParameterizedTest
  @FieldSource("RULES")
  void theTestsKeepToTheRule(Boundary rule) {
    rule.rule().check(TESTS);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void everyPlantedOffenceIsFound(Boundary rule) {
    List<String> found = rule.rule().evaluate(PLANTED).getFailureReport().getDetails();
    assertThat(OFFENCES.get(rule.name()))
        .isNotEmpty()
        .allSatisfy(
            offence -> assertThat(found).anySatisfy(line -> assertThat(line).contains(offence)));
  }

  @Test
  void theTestsOfEveryModuleAreLookedAt() throws IOException {
    try (Stream<Path> modules = modules()) {
      assertThat(modules.filter(module -> Files.exists(module.resolve("src/test/java"))))
          .isNotEmpty()
          .allSatisfy(module -> assertThat(testClasses(module)).isNotEmptyDirectory());
    }
  }

  private static Stream<Path> testClasses() {
    try (Stream<Path> modules = modules()) {
      return modules.map(UnhurriedTest::testClasses).filter(Files::exists).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of the default build: whether the benchmarks were built must not matter. */
  private static Stream<Path> modules() throws IOException {
    return Files.list(ROOT).filter(module -> !module.endsWith("benchmarks"));
  }

  private static Path testClasses(Path module) {
    return module.resolve("target").resolve("test-classes");
  }

  private static Path classes(Path module) {
    return module.resolve("target").resolve("classes");
  }
}
