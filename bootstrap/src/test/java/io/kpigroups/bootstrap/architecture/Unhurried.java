package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;

/**
 * What tests keep to, so that none can fail because the machine is busy. A fault is told by the
 * order of events, by what the service says of itself, and by clocks that the test moves.
 */
final class Unhurried {
  private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(1);

  private static final Pattern WAITING =
      Pattern.compile(
          "java\\.lang\\.Thread\\.sleep\\(.*"
              + "|java\\.util\\.concurrent\\.TimeUnit\\.sleep\\(.*"
              + "|java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)\\(.*"
              + "|java\\.lang\\.Object\\.wait\\(long.*");

  private static final String AWAIT = "org.awaitility.Awaitility.await(";
  private static final String LIMIT = "org.awaitility.core.ConditionFactory.atMost(";

  private static final Pattern CLOCK =
      Pattern.compile("java\\.lang\\.System\\.(nanoTime|currentTimeMillis)\\(\\)");

  private static final Pattern BOUNDS =
      Pattern.compile("org\\.assertj\\..*Duration.*\\.(isLessThan|is.*Between|isCloseTo).*\\(.*");

  private static final Pattern TIME_LIMITS =
      Pattern.compile(
          "org\\.assertj\\..*\\.(succeedsWithin|failsWithin)\\(.*"
              + "|org\\.junit\\.jupiter\\.api\\.Assertions\\.assertTimeout.*\\(.*");

  /** One prints times; the other sees that something took long enough, as it does anywhere. */
  private static final String[] TAKE_THE_TIME = {
    "io.kpigroups.bootstrap.service.client.Stopwatch",
    "io.kpigroups.adapter.client.resilience.DeadlineTest"
  };

  /** Where times are taken, to be printed. Elsewhere a duration is none that has passed. */
  private static final String[] KNOW_TIMES = {"..bootstrap.service..", "..hurry.."};

  static final List<Boundary> RULES =
      List.of(
          Boundary.of(
              "no test waits for time to pass",
              classes().should(Conditions.notUse(WAITING)),
              "what has not happened by then may happen later; await it"),
          Boundary.of(
              "what a test awaits it awaits with patience",
              classes().should(giveALimitToWhatTheyAwait()),
              "ten seconds, which Awaitility waits by itself, are too little on a busy machine"),
          Boundary.of(
              "no test takes the time",
              allBut(TAKE_THE_TIME).should(Conditions.notUse(CLOCK)),
              "what is measured is only printed"),
          Boundary.of(
              "no test judges how long something took",
              classes().that().resideInAnyPackage(KNOW_TIMES).should(Conditions.notUse(BOUNDS)),
              "a busy machine takes longer"),
          Boundary.of(
              "no test demands to be done in some time",
              classes().should(Conditions.notUse(TIME_LIMITS)),
              "a busy machine takes longer"),
          Boundary.of(
              "a test that hangs is given a minute or more",
              classes().should(endNoSoonerThan(SHORTEST_LIMIT)),
              "its limit is for one that would never end"));

  private Unhurried() {}

  private static GivenClassesConjunction allBut(String... names) {
    return classes().that(DescribedPredicate.not(Conditions.within(names)));
  }

  private static ArchCondition<JavaClass> giveALimitToWhatTheyAwait() {
    return Conditions.condition(
        "give a limit to what they await",
        type ->
            type.getCodeUnits().stream()
                .filter(code -> calls(code, AWAIT) > calls(code, LIMIT))
                .map(code -> code.getFullName() + " calls Awaitility.await() without atMost")
                .toList());
  }

  private static long calls(JavaCodeUnit code, String method) {
    return code.getMethodCallsFromSelf().stream()
        .filter(call -> call.getTarget().getFullName().startsWith(method))
        .count();
  }

  private static ArchCondition<JavaClass> endNoSoonerThan(Duration least) {
    return Conditions.condition(
        "not end sooner than " + least,
        type ->
            Stream.concat(
                    limit(type, least).map(limit -> type.getName() + limit).stream(),
                    type.getMethods().stream()
                        .flatMap(method -> shortLimit(method, least).stream()))
                .toList());
  }

  private static Optional<String> shortLimit(JavaMethod method, Duration least) {
    return limit(method, least).map(limit -> method.getFullName() + limit);
  }

  private static Optional<String> limit(HasAnnotations<?> where, Duration least) {
    return where
        .tryGetAnnotationOfType(Timeout.class)
        .map(timeout -> Duration.of(timeout.value(), timeout.unit().toChronoUnit()))
        .filter(limit -> limit.compareTo(least) < 0)
        .map(limit -> " has the limit " + limit);
  }
}
