package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.kpigroups.bootstrap.architecture.Rooms.ADAPTERS;
import static io.kpigroups.bootstrap.architecture.Rooms.APPLICATION;
import static io.kpigroups.bootstrap.architecture.Rooms.BOOTSTRAP;
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
    return Stream.of(below.knowing(), below.technologies(), below.shapes(), below.guards())
        .flatMap(entries -> entries)
        .toList();
  }

  private Stream<Boundary> knowing() {
    return Stream.of(
        Boundary.of(
            "the domain knows plain Java only",
            rooms
                .in(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(rooms.with(Vocabulary.PLAIN_JAVA, DOMAIN)),
            "it outlives every framework, and teams reuse its jar"),
        Boundary.of(
            "the application knows the domain and plain Java only",
            rooms
                .in(APPLICATION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(rooms.with(Vocabulary.PLAIN_JAVA, APPLICATION, DOMAIN)),
            "any container, or none, can wire the use cases"),
        Boundary.of(
            "in-ports know neither out-ports nor services",
            rooms.ofOurs(IN, PORT, DOMAIN),
            "what can be asked depends neither on who answers nor on where things are kept"),
        Boundary.of(
            "out-ports know neither in-ports nor services",
            rooms.ofOurs(OUT, PORT, DOMAIN),
            "a store is written without knowing what it is used for"),
        Boundary.of(
            "what both sides of the ports share knows neither side",
            rooms.ofOurs(PORT, DOMAIN),
            "otherwise each side would know the other through it"),
        Boundary.of(
            "adapters know the domain and the ports, never services",
            rooms.ofOurs(ADAPTERS, IN, OUT, PORT, DOMAIN),
            "an adapter must work with any implementation of a port"),
        Boundary.of(
            "no adapter knows another",
            slices().matching(rooms.full("adapter.(*)..")).should().notDependOnEachOther(),
            "each can be left out of a build"),
        Boundary.of(
            "the test kit knows the domain, the ports, JUnit and AssertJ only",
            rooms
                .in(TESTKIT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    rooms.with(Vocabulary.TEST_TOOLS, TESTKIT, IN, OUT, PORT, DOMAIN)),
            "its suites are for the ports, whatever is behind them and whoever runs them"),
        Boundary.of(
            "only bootstrap touches services",
            rooms.outside(SERVICES, BOOTSTRAP).should().dependOnClassesThat(rooms.areIn(SERVICES)),
            "wiring has one place"),
        Boundary.of(
            "nothing depends on bootstrap",
            rooms.outside(BOOTSTRAP).should().dependOnClassesThat(rooms.areIn(BOOTSTRAP)),
            "it is the outermost room: it knows all others"),
        Boundary.of(
            "nothing depends on the test kit",
            rooms.outside(TESTKIT).should().dependOnClassesThat(rooms.areIn(TESTKIT)),
            "JUnit has no place in what runs"),
        Boundary.of(
            "there are no cycles of packages",
            slices().matching(rooms.full("(**)")).should().beFreeOfCycles(),
            "what depends on each other can only be understood and changed together"));
  }

  private Stream<Boundary> technologies() {
    return Vocabulary.TECHNOLOGIES.stream()
        .map(
            technology ->
                Boundary.of(
                    technology.name() + " stays in its room",
                    rooms
                        .outside(technology.rooms())
                        .should()
                        .dependOnClassesThat(
                            resideInAnyPackage(technology.packages().toArray(String[]::new))),
                    "it can then be replaced, or left out, with that room"));
  }

  private Stream<Boundary> shapes() {
    return Stream.of(
        Boundary.of(
            "ports are interfaces",
            rooms.in(IN, OUT).should(Ports.beInterfacesOrTheirValues()),
            "both sides can be written, tested and replaced apart"),
        Boundary.of(
            "ports show types of the domain, the ports and the JDK only",
            rooms
                .in(IN, OUT, PORT)
                .should(
                    Ports.showOnlyTypesOf(
                        rooms.with(Vocabulary.SIGNATURE_JDK, DOMAIN, PORT, IN, OUT))),
            "a technology in a signature would reach all who use the port; and calls block"),
        Boundary.of(
            "ports answer neither a boolean nor null",
            methods()
                .that()
                .areDeclaredInClassesThat(INTERFACES.and(rooms.areIn(IN, OUT)))
                .should(Ports.answerNeitherBooleanNorNull()),
            "absence is an Optional and a conflict a typed exception: neither can be overlooked"),
        Boundary.of(
            "domain types are closed and final",
            rooms.in(DOMAIN).should(Conditions.beClosedAndFinal()),
            "an invariant that a constructor checked then holds for good"),
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
            "adapters show their entry points only",
            rooms
                .in(ADAPTERS)
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should(Conditions.beOneOf(rooms.full(Vocabulary.ENTRY_POINTS))),
            "what is package-private can change without asking anybody"),
        Boundary.of(
            "no field is injected",
            fields().should(Conditions.notBeInjected()),
            "what an object needs is seen in its constructor, and given there in a test"),
        Boundary.of(
            "time and chance come into the hexagon from outside",
            noClasses()
                .that(rooms.areIn(DOMAIN, APPLICATION))
                .should()
                .accessTargetWhere(Conditions.target(Vocabulary.CLOCK_OR_CHANCE)),
            "a test decides what time it is and which id comes next"),
        Boundary.of(
            "nothing prints but the console",
            noClasses()
                .that()
                .doNotHaveFullyQualifiedName(rooms.full(Vocabulary.CONSOLE))
                .should()
                .accessTargetWhere(Conditions.target(Vocabulary.PRINTING)),
            "whoever runs the service reads its log, and no secret is printed by accident"),
        Boundary.of(
            "every package is null-marked",
            all(Conditions.packagesBelow(rooms.root())).should(Conditions.beNullMarked()),
            "NullAway looks at nothing else"));
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
