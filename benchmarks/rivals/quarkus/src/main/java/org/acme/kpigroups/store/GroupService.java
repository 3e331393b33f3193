package org.acme.kpigroups.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.acme.kpigroups.api.Caller;
import org.acme.kpigroups.api.GroupView;
import org.acme.kpigroups.api.Groups;
import org.acme.kpigroups.api.ListQuery;
import org.acme.kpigroups.api.PageView;

@ApplicationScoped
public class GroupService implements Groups {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject Caller caller;
  @Inject KpiGroupRepository groups;
  @Inject FavoriteRepository favorites;

  @Override
  public PageView<GroupView> list(ListQuery query) {
    return groups.list(caller.account(), caller.user(), query);
  }

  @Override
  public GroupView get(String id) {
    return groups.view(caller.account(), caller.user(), id).orElseThrow(GroupService::absent);
  }

  @Override
  @SingleWriter
  @Transactional
  public GroupView create(String name) {
    KpiGroup group = new KpiGroup();
    byte[] id = new byte[12];
    RANDOM.nextBytes(id);
    group.id = HexFormat.of().formatHex(id);
    group.accountId = caller.account();
    group.name = name;
    group.createdById = caller.user();
    group.modifiedById = caller.user();
    group.dateCreated = now();
    group.dateUpdated = group.dateCreated;
    groups.persist(group);
    return view(group, false);
  }

  @Override
  @SingleWriter
  @Transactional
  public GroupView rename(String id, String name) {
    KpiGroup group = existing(id);
    group.name = name;
    group.modifiedById = caller.user();
    group.dateUpdated = now();
    return view(group, favorites.findByIdOptional(favorite(id)).isPresent());
  }

  @Override
  @SingleWriter
  @Transactional
  public void delete(String id) {
    // Its members and favorites go with it by the foreign keys.
    if (groups.delete("accountId = ?1 and id = ?2", caller.account(), id) == 0) {
      throw absent();
    }
  }

  @Override
  @SingleWriter
  @Transactional
  public void addFavorite(String id) {
    existing(id);
    if (favorites.findById(favorite(id)) == null) {
      Favorite favorite = new Favorite();
      favorite.accountId = caller.account();
      favorite.userId = caller.user();
      favorite.groupId = id;
      favorites.persist(favorite);
    }
  }

  @Override
  @SingleWriter
  @Transactional
  public void removeFavorite(String id) {
    existing(id);
    favorites.deleteById(favorite(id));
  }

  KpiGroup existing(String id) {
    return groups.findIn(caller.account(), id).orElseThrow(GroupService::absent);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private Favorite.Key favorite(String id) {
    return new Favorite.Key(caller.account(), caller.user(), id);
  }

  private static GroupView view(KpiGroup group, boolean favorite) {
    return new GroupView(
        group.accountId,
        group.createdById,
        group.dateCreated,
        group.dateUpdated,
        favorite,
        group.id,
        group.modifiedById,
        group.name);
  }

  private static NotFoundException absent() {
    return new NotFoundException("There is no such group.");
  }
}
