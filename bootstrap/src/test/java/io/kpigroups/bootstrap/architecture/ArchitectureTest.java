package io.kpigroups.bootstrap.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The production classes of all modules keep to the boundaries, and the boundaries can fail. */
class ArchitectureTest {
  private static final String OURS = "io.kpigroups";

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(OURS);

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(Planted.ROOT);

  static final List<Boundary> BOUNDARIES = Boundaries.of(OURS);
  static final List<Planted> VIOLATIONS = Planted.ALL;

  @ParameterizedTest
  @FieldSource("BOUNDARIES")
  void productionKeepsToTheBoundary(Boundary boundary) {
    boundary.rule().check(PRODUCTION);
  }

  @ParameterizedTest
  @FieldSource("VIOLATIONS")
  void thePlantedViolationIsFound(Planted planted) {
    Boundary boundary =
        Boundaries.of(Planted.ROOT).stream()
            .filter(candidate -> candidate.name().equals(planted.boundary()))
            .findAny()
            .orElseThrow();
    assertThat(boundary.rule().evaluate(PLANTED).getFailureReport().getDetails())
        .anySatisfy(line -> assertThat(line).contains(planted.place(), planted.offence()));
  }

  @Test
  void everyBoundaryHasItsOwnNameAndAPlantedViolation() {
    assertThat(VIOLATIONS.stream().map(Planted::boundary).collect(toSet()))
        .containsExactlyInAnyOrderElementsOf(BOUNDARIES.stream().map(Boundary::name).toList());
  }

  @Test
  void everyBoundarySaysWhy() {
    assertThat(BOUNDARIES)
        .allSatisfy(
            boundary -> assertThat(boundary.rule().getDescription()).contains(", because "));
  }

  @Test
  void everyTypeThatIsNamedIsThere() {
    Rooms rooms = new Rooms(OURS);
    assertThat(PRODUCTION)
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .extracting(JavaClass::getName)
        .contains(rooms.full(Vocabulary.FAILURE))
        .contains(rooms.full(Vocabulary.OPEN_IN_DOMAIN))
        .contains(rooms.full(Vocabulary.REFUSALS))
        .contains(rooms.full(PortBoundaries.DEADLINES))
        .contains(rooms.full(PortBoundaries.WITHOUT_DEADLINE));
    assertThat(PRODUCTION).extracting(JavaClass::getName).contains(rooms.full(Vocabulary.CONSOLE));
  }
}
