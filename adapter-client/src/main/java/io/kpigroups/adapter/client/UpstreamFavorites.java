package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Instant;

/** The favorites of the users of upstream. */
final class UpstreamFavorites implements FavoriteStore {
  private final Upstream upstream;

  UpstreamFavorites(Upstream upstream) {
    this.upstream = upstream;
  }

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    Answer answer =
        upstream.repeatable(
            user, (api, token, account) -> api.favoriteGroup(token, account, group.value()));
    if (!Refusals.isThereByUs(answer)) {
      check(answer);
    }
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    Answer answer =
        upstream.repeatable(
            user, (api, token, account) -> api.unfavoriteGroup(token, account, group.value()));
    if (!Refusals.isGoneByUs(answer)) {
      check(answer);
    }
  }

  private static void check(Answer answer) {
    if (!answer.isSuccess()) {
      throw Refusals.of(answer, Refusals::noGroup);
    }
  }
}
