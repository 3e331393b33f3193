package io.kpigroups.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/**
 * Favorites in the collection {@code kpi_group_favorites}, one document for a user and account.
 *
 * <p>The first try of a change is conditional on the usual case. Where it misses, the favorites are
 * looked at, and the next is conditional on their version.
 */
final class MongoFavorites implements FavoriteStore {
  private final Database database;
  private final GroupDocuments groups;
  private final UserFavorites favorites;

  MongoFavorites(Database database) {
    this.database = database;
    this.groups = new GroupDocuments(database);
    this.favorites = new UserFavorites(database);
  }

  @Override
  public void add(Call user, KpiGroupId id, Instant at, AccountLimits limits) {
    Stamp stamp = user.stamp(at);
    Optional<KpiGroup> group = groups.find(user, id);
    Favorites usual = new Favorites(user.account(), new Usual(false));
    if (usual.add(group, stamp, limits).isChange()
        && push(user, roomy(user, id, limits), true, id, stamp)) {
      return;
    }
    while (true) {
      UserFavorites.Found found = favorites.of(user);
      if (!favorites(user, found, limits.favoritesPerUser()).add(group, stamp, limits).isChange()
          || push(user, unchanged(user, found), found.version() == 0, id, stamp)) {
        return;
      }
    }
  }

  @Override
  public void remove(Call user, KpiGroupId id, Instant at) {
    Stamp stamp = user.stamp(at);
    Optional<KpiGroup> group = groups.find(user, id);
    Favorites usual = new Favorites(user.account(), new Usual(true));
    if (usual.remove(group, stamp).isChange() && pull(user, id)) {
      return;
    }
    while (favorites(user, favorites.of(user), 0).remove(group, stamp).isChange()) {
      if (pull(user, id)) {
        return;
      }
    }
  }

  /** The favorites as they were found; no more than {@code most} are counted. */
  private Favorites favorites(Call user, UserFavorites.Found found, int most) {
    return new Favorites(
        user.account(),
        new Favorites.Facts() {
          @Override
          public boolean contains(KpiGroupId group) {
            return found.groups().contains(group.value());
          }

          @Override
          public long live() {
            return groups.countLive(user, found.groups(), most);
          }
        });
  }

  /** The favorites as long as the group is none of them and no limit can have been reached. */
  private static Document roomy(Call user, KpiGroupId id, AccountLimits limits) {
    return UserFavorites.one(user)
        .append("groups.g", new Document("$ne", id.value()))
        .append("groups." + (limits.favoritesPerUser() - 1), new Document("$exists", false));
  }

  private static Document unchanged(Call user, UserFavorites.Found found) {
    return UserFavorites.one(user).append("version", found.version());
  }

  /** Whether it did; where the document is there, and not as it must be, its key is taken. */
  private boolean push(Call user, Document one, boolean upsert, KpiGroupId id, Stamp stamp) {
    Document entry = new Document("g", id.value()).append("at", stamp.at());
    Document change =
        new Document("$push", new Document("groups", entry))
            .append("$inc", new Document("version", 1L))
            .append("$setOnInsert", new Document("schemaVersion", Versions.SCHEMA));
    return update(user, one, change, upsert);
  }

  private boolean pull(Call user, KpiGroupId id) {
    Document one = UserFavorites.one(user).append("groups.g", id.value());
    return update(user, one, pulling(id), false);
  }

  /** Takes the group out of favorites. */
  static Document pulling(KpiGroupId id) {
    return new Document("$pull", new Document("groups", new Document("g", id.value())))
        .append("$inc", new Document("version", 1L));
  }

  private boolean update(Call user, Document one, Document change, boolean upsert) {
    MongoCollection<FavoritesDocument> collection = database.favorites(user.deadline());
    Document understood = Versions.understoodSchema(one);
    UpdateOptions options = new UpdateOptions().upsert(upsert);
    long[] matched = {0};
    Runnable update =
        () -> {
          var result = collection.updateOne(understood, change, options);
          matched[0] = result.getMatchedCount() + (result.getUpsertedId() == null ? 0 : 1);
        };
    return Failures.repeatable(() -> Failures.unlessDuplicate(update)) && matched[0] > 0;
  }

  /**
   * What a first try assumes, and is conditional on.
   *
   * @param isOne whether the group is one of the favorites
   */
  private record Usual(boolean isOne) implements Favorites.Facts {
    @Override
    public boolean contains(KpiGroupId group) {
      return isOne;
    }

    @Override
    public long live() {
      return 0;
    }
  }
}
