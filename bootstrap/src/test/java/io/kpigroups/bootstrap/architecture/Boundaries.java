package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.kpigroups.bootstrap.architecture.Rooms.ADAPTERS;
import static io.kpigroups.bootstrap.architecture.Rooms.ADAPTER_ROOTS;
import static io.kpigroups.bootstrap.architecture.Rooms.APPLICATION;
import static io.kpigroups.bootstrap.architecture.Rooms.BOOTSTRAP;
import static io.kpigroups.bootstrap.architecture.Rooms.CLIENT;
import static io.kpigroups.bootstrap.architecture.Rooms.DOMAIN;
import static io.kpigroups.bootstrap.architecture.Rooms.IN;
import static io.kpigroups.bootstrap.architecture.Rooms.OUT;
import static io.kpigroups.bootstrap.architecture.Rooms.PORT;
import static io.kpigroups.bootstrap.architecture.Rooms.SERVICES;
import static io.kpigroups.bootstrap.architecture.Rooms.TESTKIT;

import java.util.List;
import java.util.stream.Stream;

/** The boundaries of the code below a root package, one entry each. */
record Boundaries(Rooms rooms) {

  static List<Boundary> of(String root) {
    Boundaries below = new Boundaries(new Rooms(root));
    return Stream.of(
            below.hexagon(),
            below.outerRooms(),
            below.everywhere(),
            below.technologies(),
            new PortBoundaries(below.rooms).all(),
            below.domain(),
            below.adapters(),
            below.guards())
        .flatMap(section -> section)
        .toList();
  }

  private Stream<Boundary> hexagon() {
    return Stream.of(
        Boundary.of(
            "the domain knows plain Java only",
            rooms.only(DOMAIN, Vocabulary.PLAIN_JAVA),
            "it outlives every framework, and teams reuse its jar"),
        Boundary.of(
            "the application knows the domain and plain Java only",
            rooms.only(APPLICATION, Vocabulary.PLAIN_JAVA, DOMAIN),
            "any container, or none, can wire the use cases"),
        Boundary.of(
            "in-ports know neither out-ports nor services",
            rooms.onlyOfOurs(IN, PORT, DOMAIN),
            "what can be asked depends neither on who answers nor on where things are kept"),
        Boundary.of(
            "out-ports know neither in-ports nor services",
            rooms.onlyOfOurs(OUT, PORT, DOMAIN),
            "a store is written without knowing what it is used for"),
        Boundary.of(
            "what both sides of the ports share knows neither side",
            rooms.onlyOfOurs(PORT, DOMAIN),
            "otherwise each side would know the other through it"));
  }

  private Stream<Boundary> outerRooms() {
    return Stream.of(
        Boundary.of(
            "the test kit knows the domain, the ports, JUnit and AssertJ only",
            rooms.only(TESTKIT, Vocabulary.TEST_TOOLS, IN, OUT, PORT, DOMAIN),
            "its suites are for the ports, whatever is behind them and whoever runs them"),
        Boundary.of(
            "only bootstrap touches services",
            rooms.knownOnlyTo(rooms.areIn(SERVICES), SERVICES, BOOTSTRAP),
            "wiring has one place"),
        Boundary.of(
            "nothing depends on bootstrap",
            rooms.knownOnlyTo(rooms.areIn(BOOTSTRAP), BOOTSTRAP),
            "it is the outermost room: it knows all others"),
        Boundary.of(
            "nothing depends on the test kit",
            rooms.knownOnlyTo(rooms.areIn(TESTKIT), TESTKIT),
            "JUnit has no place in what runs"));
  }

  private Stream<Boundary> everywhere() {
    return Stream.of(
        Boundary.of(
            "there are no cycles of packages",
            slices().matching(rooms.full("(**)")).should().beFreeOfCycles(),
            "what depends on each other can only be understood and changed together"),
        Boundary.of(
            "no package is crowded",
            all(Conditions.packagesBelow(rooms.root())).should(Conditions.haveAtMostTypes(18)),
            "who looks for something reads the list of what is there"),
        Boundary.of(
            "no field is injected",
            fields().should(Conditions.notBeInjected()),
            "what an object needs is seen in its constructor, and given there in a test"),
        Boundary.of(
            "nothing prints but the console",
            classes()
                .that()
                .doNotHaveFullyQualifiedName(rooms.full(Vocabulary.CONSOLE))
                .should(Conditions.notUse(Vocabulary.PRINTING)),
            "whoever runs the service reads its log, and no secret is printed by accident"),
        Boundary.of(
            "nothing is written as the machine's country writes it",
            classes().should(Conditions.notUse(Vocabulary.DEFAULT_LOCALE)),
            "an address, a header field or a stored text is the same everywhere"),
        Boundary.of(
            "every package is null-marked",
            all(Conditions.packagesBelow(rooms.root())).should(Conditions.beNullMarked()),
            "NullAway looks at nothing else"));
  }

  private Stream<Boundary> technologies() {
    return Vocabulary.TECHNOLOGIES.stream()
        .map(
            technology ->
                Boundary.of(
                    technology.name() + " stays in its room",
                    rooms.knownOnlyTo(technology.types(), technology.rooms()),
                    "it can then be replaced, or left out, with that room"));
  }

  private Stream<Boundary> domain() {
    return Stream.of(
        Boundary.of(
            "domain types are closed and final",
            rooms
                .in(DOMAIN)
                .and(Conditions.notWithin(rooms.full(Vocabulary.OPEN_IN_DOMAIN)))
                .should(Conditions.beClosedAndFinal()),
            "an invariant that a constructor checked then holds for good"),
        Boundary.of(
            "refusals are decided in the domain",
            classes()
                .that(not(rooms.areIn(DOMAIN, APPLICATION, CLIENT)))
                .should(Conditions.notMake(rooms.full(Vocabulary.REFUSALS))),
            "a rule that a store repeats is a rule that stores keep differently; only upstream's"
                + " own refusals come from elsewhere"),
        Boundary.of(
            "failures of the domain are of one sealed family",
            rooms
                .in(DOMAIN)
                .and()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(rooms.full(Vocabulary.FAILURE)),
            "an adapter's translation of failures is complete when it compiles"),
        Boundary.of(
            "time and chance come into the hexagon from outside",
            rooms.in(DOMAIN, APPLICATION).should(Conditions.notUse(Vocabulary.CLOCK_OR_CHANCE)),
            "a test decides what time it is and which id comes next"),
        Boundary.of(
            "nothing in the hexagon is bound to a thread",
            noClasses()
                .that(rooms.areIn(DOMAIN, APPLICATION))
                .should()
                .dependOnClassesThat(Conditions.within(Vocabulary.THREAD_BOUND)),
            "who acts and until when is in every signature, where nobody can forget it"));
  }

  private Stream<Boundary> adapters() {
    return Stream.of(
        Boundary.of(
            "adapters know the domain and the ports, never services",
            rooms.onlyOfOurs(ADAPTERS, IN, OUT, PORT, DOMAIN),
            "an adapter must work with any implementation of a port"),
        Boundary.of(
            "no adapter knows another",
            slices().matching(rooms.full("adapter.(*)..")).should().notDependOnEachOther(),
            "each can be left out of a build"),
        Boundary.of(
            "adapters are used through their root packages only",
            rooms.knownOnlyTo(rooms.areIn(ADAPTERS).and(not(rooms.areIn(ADAPTER_ROOTS))), ADAPTERS),
            "what is public between the packages of an adapter is still its own"));
  }

  private Stream<Boundary> guards() {
    return Stream.of(
        Boundary.of(
            "every class is in a known room",
            classes().should().resideInAnyPackage(rooms.full(Rooms.ALL)),
            "a class elsewhere would be under no rule"),
        Boundary.of(
            "no room is empty",
            all(Conditions.contentsOf(rooms.full(Rooms.ALL))).should(Conditions.notBeEmpty()),
            "a rule about a room that is not there is kept by everybody"));
  }
}
