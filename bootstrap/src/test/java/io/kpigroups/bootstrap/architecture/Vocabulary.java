package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static io.kpigroups.bootstrap.architecture.Rooms.BOOTSTRAP;
import static io.kpigroups.bootstrap.architecture.Rooms.CLIENT;
import static io.kpigroups.bootstrap.architecture.Rooms.MONGO;
import static io.kpigroups.bootstrap.architecture.Rooms.OBSERVABILITY;
import static io.kpigroups.bootstrap.architecture.Rooms.REST;
import static io.kpigroups.bootstrap.architecture.Rooms.SQLITE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;

/** What the boundaries know by its name, other than the {@link Rooms}. */
final class Vocabulary {
  private Vocabulary() {}

  /** The one class that prints for a human; everything else logs. */
  static final String CONSOLE = "bootstrap.Console";

  /** What all failures of the domain extend. */
  static final String FAILURE = "domain.failure.KpiGroupException";

  /** What failures extend that the domain does not know. */
  static final String EXTERNAL_FAILURE = "domain.failure.ExternalFailure";

  /** Why something is not done, as only the domain and the services decide it. */
  static final String[] REFUSALS = {
    "domain.failure.GroupNotFound",
    "domain.failure.KpiNotFound",
    "domain.failure.StaleRevision",
    "domain.failure.RevisionRequired",
    "domain.failure.LimitReached",
    "domain.failure.IdTaken",
    "domain.failure.NotPermitted"
  };

  /** What others add to: the facts that a store gives, and failures that stand with the ports. */
  static final String[] OPEN_IN_DOMAIN = {
    EXTERNAL_FAILURE, "domain.group.GroupMembers$Facts", "domain.group.Favorites$Facts"
  };

  static final String[] THREAD_BOUND = {
    "java.lang.ThreadLocal", "java.lang.InheritableThreadLocal", "java.lang.ScopedValue"
  };

  /** A technology, the packages that are it, and the rooms that may know it. */
  record Technology(String name, List<String> packages, String... rooms) {
    DescribedPredicate<JavaClass> types() {
      return resideInAnyPackage(packages.toArray(String[]::new));
    }
  }

  static final List<Technology> TECHNOLOGIES =
      List.of(
          new Technology(
              "JAX-RS", List.of("jakarta.ws.rs..", "org.jboss.resteasy.."), REST, CLIENT),
          new Technology(
              "the REST client",
              List.of("org.eclipse.microprofile.rest.client..", "io.quarkus.rest.client.."),
              CLIENT),
          new Technology("fault tolerance", List.of("io.github.resilience4j.."), CLIENT),
          new Technology("Mutiny", List.of("io.smallrye.mutiny.."), CLIENT),
          new Technology(
              "MongoDB",
              List.of(
                  "com.mongodb..", "org.bson..", "io.quarkus.mongodb..", "io.quarkus.panache.."),
              MONGO),
          new Technology(
              "JDBC", List.of("java.sql..", "javax.sql..", "org.sqlite..", "io.agroal.."), SQLITE),
          new Technology("rate limiting", List.of("io.github.bucket4j.."), REST),
          new Technology("Caffeine", List.of("com.github.benmanes.caffeine.."), REST, BOOTSTRAP),
          new Technology("JOSE", List.of("org.jose4j.."), BOOTSTRAP),
          new Technology("Vert.x", List.of("io.vertx.."), REST, CLIENT, BOOTSTRAP),
          new Technology(
              "Micrometer", List.of("io.micrometer..", "io.quarkus.micrometer.."), OBSERVABILITY),
          new Technology(
              "OpenTelemetry",
              List.of("io.opentelemetry..", "io.quarkus.opentelemetry.."),
              OBSERVABILITY));

  /** Calls whose answer nobody can foresee. {@code now(Clock)} is fine, a seeded Random too. */
  static final Pattern CLOCK_OR_CHANCE =
      Pattern.compile(
          "java\\.time\\.[\\w.]+\\.now\\((?!java\\.time\\.Clock\\)).*"
              + "|java\\.time\\.Clock\\.(system|tick[MS]).*"
              + "|java\\.time\\.InstantSource\\.system\\(\\)"
              + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)"
              + "|java\\.lang\\.Math\\.random\\(\\)"
              + "|java\\.util\\.(Date|Random|SplittableRandom)\\.<init>\\(\\)"
              + "|java\\.util\\.UUID\\.randomUUID\\(\\)"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)"
              + "|java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)\\(.*");

  /**
   * Calls that write numbers, letters or dates as the machine's country does. Lines of the log that
   * are formatted are among them: which of those have a number cannot be seen here.
   */
  static final Pattern DEFAULT_LOCALE =
      Pattern.compile(
          "java\\.lang\\.String\\.(format\\(java\\.lang\\.String.*|formatted\\(.*)"
              + "|java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)"
              + "|java\\.lang\\.System\\$Logger\\.log\\(.*Object;\\)"
              + "|java\\.io\\.\\w+\\.(printf|format)\\(java\\.lang\\.String.*"
              + "|java\\.text\\.MessageFormat\\.format\\(.*"
              + "|java\\.text\\.\\w*(Format|Symbols|Collator|Iterator)\\.(<init>|get\\w*Instance)\\((?!.*Locale\\)).*"
              + "|java\\.time\\.format\\.\\w+\\.(ofPattern|toFormatter)\\((?!.*Locale\\)).*"
              + "|java\\.time\\.format\\.\\w+\\.ofLocalized.*"
              + "|java\\.util\\.(Formatter|Scanner)\\.<init>\\((?!.*Locale\\)).*"
              + "|java\\.util\\.Locale\\.getDefault\\(.*"
              + "|org\\.jboss\\.logging\\.\\w+\\.\\w+[fv]\\(.*");

  static final Pattern PRINTING =
      Pattern.compile("java\\.lang\\.System\\.(out|err)|.*\\.printStackTrace\\(\\)");

  /** What the hexagon may use: no files, no network, no database, no reflection. */
  static final String[] PLAIN_JAVA = {
    "java.lang",
    "java.lang.annotation",
    "java.lang.invoke",
    "java.lang.runtime",
    "java.math",
    "java.nio",
    "java.nio.charset",
    "java.security",
    "java.text",
    "java.time..",
    "java.util",
    "java.util.concurrent..",
    "java.util.function",
    "java.util.random",
    "java.util.regex",
    "java.util.stream",
    "org.jspecify.annotations"
  };

  static final String[] TEST_TOOLS = {
    "java..",
    "org.junit.jupiter.api..",
    "org.junit.jupiter.params..",
    "org.junit.platform.commons..",
    "org.opentest4j",
    "org.assertj.core..",
    "org.jspecify.annotations"
  };

  /** What of the JDK a port may show: values and plain functions, nothing reactive. */
  static final String[] SIGNATURE_JDK = {
    "java.lang", "java.time", "java.util", "java.util.function"
  };
}
