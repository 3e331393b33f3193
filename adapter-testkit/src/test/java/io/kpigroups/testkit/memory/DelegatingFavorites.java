package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/** Sound favorites, of which a subclass breaks one method. */
class DelegatingFavorites implements FavoriteStore {
  final FavoriteStore sound;

  DelegatingFavorites(FavoriteStore sound) {
    this.sound = sound;
  }

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    sound.add(user, group, at, limits);
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    sound.remove(user, group, at);
  }
}
