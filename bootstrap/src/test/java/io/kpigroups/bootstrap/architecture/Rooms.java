package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.stream.Stream;

/** The rooms of the code below a root package, and how a rule speaks of them. */
record Rooms(String root) {
  static final String DOMAIN = "domain..";

  /** The services with their ports; the three rooms below it are parts of it. */
  static final String APPLICATION = "application..";

  static final String SERVICES = "application.service";
  static final String PORT = "application.port";
  static final String IN = "application.port.in";
  static final String OUT = "application.port.out";

  static final String ADAPTERS = "adapter..";

  /** Where an adapter's entry points are, and nothing else. */
  static final String ADAPTER_ROOTS = "adapter.*";

  static final String REST = "adapter.rest..";
  static final String MONGO = "adapter.mongo..";
  static final String SQLITE = "adapter.sqlite..";
  static final String CLIENT = "adapter.client..";

  static final String TESTKIT = "testkit..";
  static final String BOOTSTRAP = "bootstrap..";

  /** The part of bootstrap that measures and traces. */
  static final String OBSERVABILITY = "bootstrap.observability..";

  /** Every room, and so every package: a new module adds its own here. */
  static final String[] ALL = {
    DOMAIN, SERVICES, PORT, IN, OUT, REST, MONGO, SQLITE, CLIENT, TESTKIT, BOOTSTRAP
  };

  /** The full name of a room or a type. */
  String full(String name) {
    return root + "." + name;
  }

  /** The full names of rooms or types. */
  String[] full(String... names) {
    return Stream.of(names).map(this::full).toArray(String[]::new);
  }

  /** Other packages, and with them the full names of rooms. */
  String[] with(String[] others, String... names) {
    return Stream.of(others, full(names)).flatMap(Stream::of).toArray(String[]::new);
  }

  DescribedPredicate<JavaClass> areIn(String... names) {
    return resideInAnyPackage(full(names));
  }

  GivenClassesConjunction in(String... names) {
    return classes().that(areIn(names).and(Conditions.types()));
  }

  /** No class outside these rooms depends on any of the types. */
  ArchRule knownOnlyTo(DescribedPredicate<JavaClass> types, String... rooms) {
    return noClasses()
        .that(resideOutsideOfPackages(full(rooms)))
        .should()
        .dependOnClassesThat(types);
  }

  /** The room knows itself, these packages and these rooms only. */
  ArchRule only(String room, String[] packages, String... rooms) {
    return in(room)
        .should()
        .onlyDependOnClassesThat(areIn(room).or(resideInAnyPackage(with(packages, rooms))));
  }

  /** Of all our code, the room knows itself and these rooms only. */
  ArchRule onlyOfOurs(String room, String... rooms) {
    return in(room)
        .should()
        .onlyDependOnClassesThat(
            areIn(room).or(areIn(rooms)).or(resideOutsideOfPackages(root + "..")));
  }
}
