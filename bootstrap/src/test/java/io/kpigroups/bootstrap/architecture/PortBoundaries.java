package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.kpigroups.bootstrap.architecture.Rooms.DOMAIN;
import static io.kpigroups.bootstrap.architecture.Rooms.IN;
import static io.kpigroups.bootstrap.architecture.Rooms.OUT;
import static io.kpigroups.bootstrap.architecture.Rooms.PORT;

import java.util.stream.Stream;

/** What a port must be like, and what stands with the ports. */
record PortBoundaries(Rooms rooms) {
  /** What says until when a call must be done. */
  static final String[] DEADLINES = {"application.port.Call", "application.port.Deadline"};

  /** Ports whose calls are not made for a request: one holds the others, the other is a job. */
  static final String[] WITHOUT_DEADLINE = {
    "application.port.out.KpiGroupStorage", "application.port.in.GroupPurge"
  };

  Stream<Boundary> all() {
    return Stream.concat(types(), calls());
  }

  private Stream<Boundary> types() {
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
                    Ports.showOnly(rooms.with(Vocabulary.SIGNATURE_JDK, DOMAIN, PORT, IN, OUT))),
            "a technology in a signature would reach all who use the port; and calls block"),
        Boundary.of(
            "failures of what is behind the ports stand with the ports",
            classes()
                .that()
                .areAssignableTo(rooms.full(Vocabulary.EXTERNAL_FAILURE))
                .and()
                .doNotHaveFullyQualifiedName(rooms.full(Vocabulary.EXTERNAL_FAILURE))
                .should()
                .resideInAPackage(rooms.full(PORT)),
            "the domain knows neither a store nor an upstream, and no adapter adds to the list"));
  }

  private Stream<Boundary> calls() {
    return Stream.of(
        Boundary.of(
            "ports answer neither a boolean nor null",
            rooms.in(IN, OUT).should(Ports.answerNeitherBooleanNorNull()),
            "absence is an Optional and a conflict a typed exception: neither can be overlooked"),
        Boundary.of(
            "every call of a port says until when",
            rooms
                .in(IN, OUT)
                .and()
                .areInterfaces()
                .and(Conditions.notWithin(rooms.full(WITHOUT_DEADLINE)))
                .should(Ports.take(rooms.full(DEADLINES))),
            "what is not in the signature is forgotten by whoever writes the next store"));
  }
}
