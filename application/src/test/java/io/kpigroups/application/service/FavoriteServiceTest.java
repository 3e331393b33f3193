package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.GUEST;
import static io.kpigroups.application.service.Samples.NO_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KpiGroupId;
import org.junit.jupiter.api.Test;

class FavoriteServiceTest {
  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);

  @Test
  void aFavoriteIsTheActorsOwnAndHeldToTheLimitOfTheSettings() {
    KpiGroupId group = useCases.groupStore.given(ACCOUNT, "a").id();

    useCases.favorites.add(GUEST, group);
    useCases.favorites.remove(GUEST, group);

    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of("add favorite", GUEST, group, Samples.NOON, Samples.SETTINGS.limits()),
            Invocation.of("remove favorite", GUEST, group, Samples.NOON));
  }

  @Test
  void aGroupThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> useCases.favorites.add(GUEST, NO_GROUP))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> useCases.favorites.remove(GUEST, NO_GROUP))
        .isInstanceOf(GroupNotFound.class);
  }
}
