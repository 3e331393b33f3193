package org.acme.kpigroups.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.acme.kpigroups.api.Caller;
import org.acme.kpigroups.api.GroupView;
import org.acme.kpigroups.api.Groups;
import org.acme.kpigroups.api.ListQuery;
import org.acme.kpigroups.api.PageView;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

@ApplicationScoped
public class GroupService implements Groups {
  @Inject Caller caller;
  @Inject KpiGroupRepository groups;
  @Inject FavoriteRepository favorites;

  @Override
  public PageView<GroupView> list(ListQuery asked) {
    Bson selected = selected(asked);
    List<KpiGroup> found =
        groups
            .mongoCollection()
            .find(asked.after().isEmpty() ? selected : and(selected, behind(asked)))
            .projection(exclude("members"))
            .sort(asked.byName() ? ascending("name", "_id") : ascending("_id"))
            .limit(asked.limit() + 1)
            .into(new ArrayList<>());
    Set<String> marked =
        favorites.among(
            caller.account(), caller.user(), found.stream().map(group -> group.id).toList());
    return PageView.of(
        found.stream().map(group -> view(group, marked.contains(group.id))).toList(),
        asked.limit(),
        groups.mongoCollection().countDocuments(selected));
  }

  @Override
  public GroupView get(String id) {
    return view(
        groups
            .mongoCollection()
            .find(KpiGroupRepository.in(caller.account(), id))
            .projection(exclude("members"))
            .first());
  }

  @Override
  public GroupView create(String name) {
    KpiGroup group = new KpiGroup();
    group.id = new ObjectId().toHexString();
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
  public GroupView rename(String id, String name) {
    return view(
        groups
            .mongoCollection()
            .findOneAndUpdate(
                KpiGroupRepository.in(caller.account(), id),
                combine(
                    set("name", name),
                    set("modifiedById", caller.user()),
                    set("dateUpdated", now())),
                new FindOneAndUpdateOptions()
                    .returnDocument(ReturnDocument.AFTER)
                    .projection(exclude("members"))));
  }

  @Override
  public void delete(String id) {
    if (groups.delete("accountId = ?1 and _id = ?2", caller.account(), id) == 0) {
      throw absent();
    }
    favorites.delete("groupId", id);
  }

  @Override
  public void addFavorite(String id) {
    require(id);
    Upsert.of(
        favorites.mongoCollection(),
        FavoriteRepository.key(caller.account(), caller.user(), id),
        Updates.setOnInsert("groupId", id));
  }

  @Override
  public void removeFavorite(String id) {
    require(id);
    favorites
        .mongoCollection()
        .deleteOne(FavoriteRepository.key(caller.account(), caller.user(), id));
  }

  void require(String id) {
    if (!groups.has(caller.account(), id)) {
      throw absent();
    }
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  static NotFoundException absent() {
    return new NotFoundException("There is no such group.");
  }

  private Bson selected(ListQuery asked) {
    Bson selected = eq("accountId", caller.account());
    if (asked.text() != null) {
      String literal = asked.text().replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0");
      selected = and(selected, regex("name", literal, "i"));
    }
    if (asked.favorite() != null) {
      Set<String> own = favorites.of(caller.account(), caller.user());
      selected = and(selected, asked.favorite() ? in("_id", own) : nin("_id", own));
    }
    return selected;
  }

  /** The rows behind the last one; the first condition is the one that finds it in the index. */
  private static Bson behind(ListQuery asked) {
    List<String> last = asked.after();
    return asked.byName()
        ? and(gte("name", last.get(0)), or(gt("name", last.get(0)), gt("_id", last.get(1))))
        : gt("_id", last.get(0));
  }

  private GroupView view(KpiGroup group) {
    if (group == null) {
      throw absent();
    }
    Set<String> marked = favorites.among(caller.account(), caller.user(), List.of(group.id));
    return view(group, !marked.isEmpty());
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
}
