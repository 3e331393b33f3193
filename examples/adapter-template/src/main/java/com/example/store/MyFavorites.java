package com.example.store;

import static com.example.store.MyStorage.cannotAnswer;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

final class MyFavorites implements FavoriteStore {

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    throw cannotAnswer(user);
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    throw cannotAnswer(user);
  }
}
