package io.kpigroups.adapter.mongo.store;

import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;
import static io.kpigroups.adapter.mongo.document.DocumentSchema.required;

import com.mongodb.client.model.Updates;
import io.kpigroups.adapter.mongo.document.DocumentSchema;
import io.kpigroups.adapter.mongo.document.FavoritesDocument;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.Favorites;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Favorites in the collection {@code kpi_group_favorites}, one document per user and account.
 *
 * <p>Favorites on deleted groups do not count. So the first try to add one needs a document with
 * fewer entries than the limit; after that, the live ones are counted, and the change is made if
 * the document's version is still the same.
 */
public record MongoFavoriteStore(MongoCollections collections) implements FavoriteStore {
  private static final Projection<FavoritesDocument, Found> AS_FOUND =
      new Projection<>(
          include("groups.g", "version", "schemaVersion"),
          document -> new Found(required("version", document.version), document.groupIds()));

  private static final Projection<FavoritesDocument, Set<String>> VERSION_ONLY =
      new Projection<>(include("schemaVersion"), FavoritesDocument::groupIds);

  /**
   * The favorites of a user in an account.
   *
   * @param version raised by every change; 0 if there never was one
   * @param groups the ids of the groups, also of deleted ones
   */
  record Found(long version, Set<String> groups) {}

  Found find(Call user) {
    return favorites(user)
        .first(FavoritesDocument.one(user), AS_FOUND)
        .orElse(new Found(0, Set.of()));
  }

  boolean contains(Call user, KpiGroupId group) {
    Document filter = FavoritesDocument.one(user).append("groups.g", group.value());
    return favorites(user).first(filter, VERSION_ONLY).isPresent();
  }

  @Override
  public void add(Call user, KpiGroupId id, Instant at, AccountLimits limits) {
    Stamp stamp = user.stamp(at);
    Optional<KpiGroup> group = findLive(user, id);
    int limit = limits.favoritesPerUser();
    Document room =
        FavoritesDocument.one(user)
            .append("groups.g", new Document("$ne", id.value()))
            .append("groups." + (limit - 1), new Document("$exists", false));
    ConditionalChange.make(
        () -> push(user, room, id, stamp),
        () -> find(user),
        found -> favorites(user, found, limit).add(group, stamp, limits),
        found ->
            push(user, FavoritesDocument.one(user).append("version", found.version()), id, stamp));
  }

  @Override
  public void remove(Call user, KpiGroupId id, Instant at) {
    Optional<KpiGroup> group = findLive(user, id);
    ConditionalChange.make(
        () -> pull(user, id),
        () -> find(user),
        found -> favorites(user, found, 0).remove(group, user.stamp(at)),
        found -> pull(user, id));
  }

  /**
   * The group.
   *
   * @throws GroupNotFound if it is not there or deleted
   */
  private Optional<KpiGroup> findLive(Call user, KpiGroupId id) {
    Document one = GroupDocument.one(user.account(), id);
    Optional<KpiGroup> found =
        collections.groups(user.deadline()).first(one, GroupDocument.AS_GROUP);
    return Optional.of(KpiGroup.liveIn(user.account(), found));
  }

  /** The facts for the domain; counting favorites stops at {@code most}. */
  private Favorites favorites(Call user, Found found, int most) {
    return new Favorites(
        user.account(),
        new Favorites.Facts() {
          @Override
          public boolean contains(KpiGroupId group) {
            return found.groups().contains(group.value());
          }

          @Override
          public long all() {
            return found.groups().size();
          }

          @Override
          public long live() {
            Document live = GroupDocument.live(user.account());
            return collections
                .groups(user.deadline())
                .count(live.append("_id", new Document("$in", found.groups())), most);
          }
        });
  }

  private boolean push(Call user, Document one, KpiGroupId id, Stamp stamp) {
    Document entry = new Document("g", id.value()).append("at", stamp.at());
    Bson version = setOnInsert("schemaVersion", DocumentSchema.VERSION);
    return favorites(user)
        .upsert(one, combine(Updates.push("groups", entry), inc("version", 1L), version));
  }

  private boolean pull(Call user, KpiGroupId id) {
    return favorites(user)
        .update(FavoritesDocument.one(user).append("groups.g", id.value()), pulling(id));
  }

  /** The change that takes a group out of favorites. */
  static Bson pulling(KpiGroupId id) {
    return combine(Updates.pull("groups", new Document("g", id.value())), inc("version", 1L));
  }

  private TimedCollection<FavoritesDocument> favorites(Call user) {
    return collections.favorites(user.deadline());
  }
}
