package io.kpigroups.bootstrap.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A violation that is planted below {@link #ROOT}.
 *
 * @param boundary the name of the boundary that must find it
 * @param place the planted class, package or room, as it must be named
 * @param offence what must be named with it
 */
record Planted(String boundary, String place, String offence) {
  static final String ROOT = Planted.class.getPackageName() + ".planted";

  static final List<Planted> ALL =
      Stream.of(
              in("the domain knows plain Java only", "domain.Networked", "java.net.URI"),
              in(
                  "the application knows the domain and plain Java only",
                  "application.service.Service",
                  "org.jboss.logging.Logger"),
              in(
                  "in-ports know neither out-ports nor services",
                  "application.port.in.InPort",
                  "application.port.out.OutPort>",
                  "application.service.Service>"),
              in(
                  "out-ports know neither in-ports nor services",
                  "application.port.out.OutPort",
                  "application.port.in.InPort>",
                  "application.service.Service>"),
              in(
                  "what both sides of the ports share knows neither side",
                  "application.port.Shared",
                  "application.port.in.InPort>"),
              in(
                  "adapters know the domain and the ports, never services",
                  "adapter.mongo.Exposed",
                  "application.service.Service>"),
              in("no adapter knows another", "adapter.mongo.Exposed", "adapter.sqlite.Store>"),
              in(
                  "the test kit knows the domain, the ports, JUnit and AssertJ only",
                  "testkit.Suite",
                  "application.service.Service>",
                  "org.jboss.logging.Logger>"),
              in(
                  "only bootstrap touches services",
                  "testkit.Suite",
                  "application.service.Service>"),
              in("nothing depends on bootstrap", "adapter.sqlite.Store", "bootstrap.Main>"),
              in("nothing depends on the test kit", "adapter.sqlite.Store", "testkit.Suite>"),
              in("there are no cycles of packages", "bootstrap.cycle.Back", "bootstrap.Main>"),
              in(
                  "JAX-RS stays in its room",
                  "adapter.sqlite.Foreign",
                  "jakarta.ws.rs.",
                  "org.jboss.resteasy."),
              in(
                  "MongoDB stays in its room",
                  "adapter.sqlite.Foreign",
                  "com.mongodb.",
                  "org.bson.",
                  "io.quarkus.mongodb.",
                  "io.quarkus.panache."),
              in(
                  "JDBC stays in its room",
                  "bootstrap.Jdbc",
                  "java.sql.",
                  "javax.sql.",
                  "org.sqlite."),
              in(
                  "the REST client stays in its room",
                  "adapter.sqlite.Foreign",
                  "org.eclipse.microprofile.rest.client.",
                  "io.quarkus.rest.client."),
              in(
                  "fault tolerance stays in its room",
                  "adapter.sqlite.Foreign",
                  "io.github.resilience4j."),
              in("Mutiny stays in its room", "adapter.sqlite.Foreign", "io.smallrye.mutiny."),
              in("JOSE stays in its room", "adapter.sqlite.Foreign", "org.jose4j."),
              in(
                  "rate limiting stays in its room",
                  "adapter.sqlite.Foreign",
                  "io.github.bucket4j."),
              in(
                  "Caffeine stays in its room",
                  "adapter.sqlite.Foreign",
                  "com.github.benmanes.caffeine."),
              in("Vert.x stays in its room", "adapter.sqlite.Foreign", "io.vertx."),
              in("Micrometer stays in its room", "bootstrap.Measured", "io.micrometer."),
              in("OpenTelemetry stays in its room", "bootstrap.Measured", "io.opentelemetry."),
              in("ports are interfaces", "application.port.in.NoPort", "neither a port"),
              in(
                  "ports show types of the domain, the ports and the JDK only",
                  "application.port.out.OutPort",
                  "java.util.concurrent.CompletionStage",
                  "java.net.URI",
                  "java.io.IOException",
                  "java.nio.file.Path",
                  "application.service.Service"),
              in(
                  "ports answer neither a boolean nor null",
                  "application.port.in.InPort",
                  "answers a boolean",
                  "answers null"),
              in(
                  "domain types are closed and final",
                  "domain.Changeable",
                  "open to subtypes",
                  "count is not final"),
              in(
                  "failures of the domain are of one sealed family",
                  "domain.Stray",
                  "domain.failure.KpiGroupException"),
              in(
                  "refusals are decided in the domain",
                  "adapter.sqlite.Refusing",
                  "domain.failure.GroupNotFound.<init>()",
                  "domain.failure.LimitReached.groups(int)"),
              in(
                  "failures of what is behind the ports stand with the ports",
                  "adapter.sqlite.OwnFailure",
                  "does not reside"),
              in("every call of a port says until when", "application.port.out.OutPort", "save("),
              in(
                  "nothing in the hexagon is bound to a thread",
                  "application.service.Bound",
                  "java.lang.ThreadLocal>"),
              in(
                  "adapters are used through their root packages only",
                  "bootstrap.Main",
                  "adapter.mongo.inner.Inner>"),
              in("no package is crowded", "elsewhere.crowded", "has 19 files"),
              in(
                  "no field is injected",
                  "adapter.mongo.Injected",
                  ".injected is injected",
                  ".qualified is injected"),
              in(
                  "time and chance come into the hexagon from outside",
                  "domain.Unforeseeable",
                  "Instant.now()",
                  "LocalDateTime.now(java.time.ZoneId)",
                  "Clock.systemUTC()",
                  "System.currentTimeMillis()",
                  "UUID.randomUUID()",
                  "Random.<init>()"),
              in(
                  "nothing prints but the console",
                  "testkit.Suite",
                  "System.out",
                  "System.err",
                  "printStackTrace()"),
              in(
                  "nothing is written as the machine's country writes it",
                  "bootstrap.Local",
                  "String.format(java.lang.String, [Ljava.lang.Object;)",
                  "String.formatted(",
                  "String.toLowerCase()",
                  "String.toUpperCase()",
                  "PrintStream.printf(",
                  "System$Logger.log(",
                  "MessageFormat.format(",
                  "NumberFormat.getInstance()",
                  "DecimalFormat.<init>(",
                  "DateTimeFormatter.ofPattern(java.lang.String)",
                  "DateTimeFormatter.ofLocalizedDate(",
                  "Formatter.<init>()",
                  "Locale.getDefault()",
                  "Logger.infof(",
                  "Logger.warnv("),
              in("every package is null-marked", "domain", "is not @NullMarked"),
              in("every class is in a known room", "elsewhere.Homeless", "does not reside"),
              in("no room is empty", "adapter.rest", "has no types"))
          .flatMap(violations -> violations)
          .toList();

  private static Stream<Planted> in(String boundary, String place, String... offences) {
    return Stream.of(offences).map(offence -> new Planted(boundary, ROOT + "." + place, offence));
  }

  @Override
  public String toString() {
    return boundary + ": " + offence;
  }
}
