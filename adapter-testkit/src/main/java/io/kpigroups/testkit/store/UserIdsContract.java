package io.kpigroups.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users are who they are, whatever characters their ids have. */
public interface UserIdsContract extends StorageFixture {

  @ParameterizedTest
  @ValueSource(strings = {"a b", " ", "o'neil \"x\"", "auth0|5f", "$set.a", "\\", "%_"})
  default void everyLegalUserIdComesBackExactly(String user) {
    Scene scene = new Scene(this);
    Name name = new Name("Sales");

    KpiGroup made = scene.create(scene.user(user), name, Scene.NOON, Scene.PLENTY).group();

    assertThat(scene.now(made).created().by().value()).isEqualTo(user);
  }
}
