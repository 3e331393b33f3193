package io.kpigroups.adapter.mongo;

import com.mongodb.client.model.CountOptions;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Favorite;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.LimitReached;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Favorites in the collection {@code kpi_group_favorites}. */
final class MongoFavorites implements FavoriteStore {
  /** What the unique index holds, so that no document is read. */
  static final Document GROUP_ONLY = new Document("_id", 0).append("groupId", 1);

  /** More favorites than a user can have, deleted groups included, short of absurd settings. */
  private static final int AT_ONCE = 100_000;

  private final Database database;
  private final IndexSetup indexes;
  private final LiveGroups live;

  MongoFavorites(Database database, IndexSetup indexes) {
    this.database = database;
    this.indexes = indexes;
    this.live = new LiveGroups(database);
  }

  /** What is true of every favorite of the user in the account. */
  static Document of(Actor user) {
    return new Document("accountId", user.account().value()).append("userId", user.user().value());
  }

  @Override
  public void add(Actor user, KpiGroupId id, int limit) {
    indexes.require();
    Failures.<@Nullable Void>repeatable(
        () -> {
          KpiGroup group = live.require(user.account(), id);
          List<ObjectId> favorites = favorites(user);
          if (!favorites.contains(new ObjectId(id.value()))) {
            checkLimit(user, favorites, limit);
            insert(Favorite.of(group, user));
          }
          return null;
        });
  }

  @Override
  public void remove(Actor user, KpiGroupId id) {
    Failures.repeatable(
        () -> {
          live.require(user.account(), id);
          Document favorite = of(user).append("groupId", new ObjectId(id.value()));
          return database.favorites().deleteOne(favorite);
        });
  }

  /** All in one command, those on deleted groups included. */
  private List<ObjectId> favorites(Actor user) {
    return database
        .favorites()
        .find(of(user))
        .projection(GROUP_ONLY)
        .batchSize(AT_ONCE)
        .map(favorite -> favorite.groupId)
        .into(new ArrayList<>());
  }

  /** Asks which of the groups are deleted only where it matters. */
  private void checkLimit(Actor user, List<ObjectId> favorites, int limit) {
    if (favorites.size() >= limit) {
      Document groups = LiveGroups.in(user.account()).append("_id", new Document("$in", favorites));
      CountOptions enough = new CountOptions().limit(limit);
      if (database.groups().countDocuments(groups, enough) >= limit) {
        throw LimitReached.favorites(limit);
      }
    }
  }

  private void insert(Favorite favorite) {
    Failures.unlessDuplicate(() -> database.favorites().insertOne(FavoriteDocument.of(favorite)));
  }
}
