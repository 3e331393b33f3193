package io.kpigroups.testkit.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names come back as they were given, whatever they are written in. */
public interface GroupNamesContract extends StorageFixture {

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.Unicode#names")
  default void aNameComesBackExactly(String name) {
    Scene scene = new Scene(this);

    KpiGroup made = scene.group(name);
    KpiGroup renamed = scene.rename(scene.group("Sales"), name, RevisionMatch.unconditional());

    assertThat(made.name().value()).isEqualTo(name);
    assertThat(scene.now(made).name().value()).isEqualTo(name);
    assertThat(scene.now(renamed).name().value()).isEqualTo(name);
  }
}
