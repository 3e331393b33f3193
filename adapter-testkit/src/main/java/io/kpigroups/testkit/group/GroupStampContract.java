package io.kpigroups.testkit.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The times that are given to the store are the times that it keeps, to the millisecond. */
public interface GroupStampContract extends StorageFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02T12:00:00.123456789Z",
        "2026-01-02T12:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "2999-12-31T23:59:59.999999Z"
      })
  default void aNewGroupHasTheTimeGivenInMilliseconds(String time) {
    Scene scene = new Scene(this);
    Instant at = Instant.parse(time);
    Name name = new Name("Sales");

    ViewedGroup made = scene.create(scene.ann, name, at, Scene.PLENTY);

    assertThat(made.group().created()).isEqualTo(new Stamp(scene.ann.user(), at));
    assertThat(scene.now(made.group())).isEqualTo(made.group());
  }

  @Test
  default void aRenameStampsItsUserAndTimeAndKeepsTheCreation() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    Instant at = Instant.parse("2026-02-03T04:05:06.789999Z");
    Name name = new Name("Revenue");

    KpiGroup renamed =
        scene
            .storage
            .groups()
            .rename(scene.bob, group.id(), name, at, RevisionMatch.unconditional())
            .group();

    assertThat(renamed.created()).isEqualTo(new Stamp(scene.ann.user(), Scene.NOON));
    assertThat(renamed.modified()).isEqualTo(new Stamp(scene.bob.user(), at));
    assertThat(scene.now(group)).isEqualTo(renamed);
  }

  @Test
  default void aRenameByAClockThatWentBackCountsAsOfTheCreation() {
    Scene scene = new Scene(this);
    KpiGroup group = scene.group("Sales");
    RevisionMatch expected = RevisionMatch.oneOf(Set.of(group.revision()));
    Instant before = Scene.NOON.minusMillis(1);

    KpiGroup renamed =
        scene
            .storage
            .groups()
            .rename(scene.bob, group.id(), new Name("Revenue"), before, expected)
            .group();

    assertThat(renamed.name().value()).isEqualTo("Revenue");
    assertThat(renamed.modified()).isEqualTo(new Stamp(scene.bob.user(), Scene.NOON));
    assertThat(scene.now(group)).isEqualTo(renamed);
  }
}
