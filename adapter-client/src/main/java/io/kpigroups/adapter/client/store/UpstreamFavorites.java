package io.kpigroups.adapter.client.store;

import io.kpigroups.adapter.client.resilience.UpstreamClient;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/** The favorites of users, kept by upstream. */
record UpstreamFavorites(UpstreamClient client) implements FavoriteStore {

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    client
        .repeatable(user, (api, caller) -> api.favoriteGroup(caller, group.value()))
        .requireAdded(slug -> new GroupNotFound());
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    client
        .repeatable(user, (api, caller) -> api.unfavoriteGroup(caller, group.value()))
        .requireRemoved(slug -> new GroupNotFound());
  }
}
