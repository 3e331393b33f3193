package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import java.time.Instant;
import java.util.Optional;

/** Who watches which group, in the table {@code kpi_group_favorites}. */
final class SqliteFavorites implements FavoriteStore {
  private final Database database;

  SqliteFavorites(Database database) {
    this.database = database;
  }

  /** The group that it is about was found together with whether it is one of them. */
  private record Facts(Call user, Optional<ViewedGroup> found, Lookup lookup)
      implements Favorites.Facts {
    @Override
    public boolean contains(KpiGroupId group) {
      return found.map(ViewedGroup::favorite).orElse(false);
    }

    @Override
    public long live() {
      return lookup.number(Sql.COUNT_FAVORITES, user.account().value(), user.user().value());
    }

    Favorites favorites() {
      return new Favorites(user.account(), this);
    }

    Optional<KpiGroup> group() {
      return found.map(ViewedGroup::group);
    }
  }

  @Override
  public void add(Call user, KpiGroupId group, Instant at, AccountLimits limits) {
    change(
        user,
        group,
        Sql.INSERT_FAVORITE,
        facts -> facts.favorites().add(facts.group(), user.stamp(at), limits));
  }

  @Override
  public void remove(Call user, KpiGroupId group, Instant at) {
    change(
        user,
        group,
        Sql.DELETE_FAVORITE,
        facts -> facts.favorites().remove(facts.group(), user.stamp(at)));
  }

  private interface Rule {
    Decision<KpiGroup> decide(Facts facts);
  }

  private void change(Call user, KpiGroupId group, Sql change, Rule rule) {
    database.write(
        user.deadline(),
        session -> {
          Optional<ViewedGroup> found = GroupRow.find(session, user, group);
          Decision<KpiGroup> decision = rule.decide(new Facts(user, found, new Lookup(session)));
          if (decision.isChange()) {
            session.runOne(change, user.account().value(), group.value(), user.user().value());
          }
          return decision;
        });
  }
}
