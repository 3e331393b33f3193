package io.kpigroups.adapter.mongo.store;

import com.mongodb.client.model.Updates;
import io.kpigroups.adapter.mongo.document.GroupDocument;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.driver.MongoCollections;
import io.kpigroups.adapter.mongo.driver.TimedCollection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.Decision;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Groups in the collection {@code kpi_groups}. */
public record MongoGroupStore(MongoCollections collections, MongoFavoriteStore favorites)
    implements GroupStore {
  private static final Projection<GroupDocument, Found> AS_FOUND =
      new Projection<>(
          GroupDocument.WITHOUT_MEMBERS,
          document -> new Found(document.toDomain(), document.restores));

  /**
   * A group before a change. It looks the same after it was deleted and restored, but for the
   * number of restores: so a delete whose answer was lost does not delete it again.
   */
  private record Found(KpiGroup group, @Nullable Long restores) {}

  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    return new GroupList(collections, favorites, viewer, selection).page(query);
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    return find(viewer, GroupDocument.live(viewer.account(), id))
        .map(group -> viewed(viewer, group));
  }

  private Optional<KpiGroup> find(Call call, Document filter) {
    return groups(call).first(filter, GroupDocument.AS_GROUP);
  }

  private ViewedGroup viewed(Call viewer, KpiGroup group) {
    return new ViewedGroup(group, favorites.contains(viewer, group.id()));
  }

  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    KpiGroup group = KpiGroup.create(by.account(), id, name, by.stamp(at));
    Document one = GroupDocument.one(by.account(), id);
    int limit = limits.groupsPerAccount();
    long live = groups(by).count(GroupDocument.live(by.account()), limit);
    // An insert fails if the id is taken, so only a full account needs to look for it before.
    Optional<KpiGroup> present = live < limit ? Optional.empty() : find(by, one);
    Function<Optional<KpiGroup>, Decision<KpiGroup>> join =
        found -> group.join(found, () -> live, limits);
    Decision<KpiGroup> decision =
        new ConditionalChange<>(
                () -> find(by, one).or(() -> findElsewhere(by, id)),
                join,
                (found, joined) ->
                    !joined.isChange() || groups(by).once().insert(GroupDocument.of(group)),
                (found, joined) -> found.map(there -> join.apply(found)),
                () -> confirm(by, one))
            .make(present);
    return decision.isChange() ? new ViewedGroup(group, false) : viewed(by, decision.state());
  }

  /** The group of another account that has the id. */
  private Optional<KpiGroup> findElsewhere(Call call, KpiGroupId id) {
    Document others = new Document("$ne", call.account().value());
    return find(call, new Document("_id", id.value()).append("accountId", others));
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    // Read first: after the change nothing may fail any more.
    boolean favorite = favorites.contains(by, id);
    KpiGroup group = change(by, id, before -> before.rename(name, by.stamp(at), expected));
    return new ViewedGroup(group, favorite);
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    change(by, id, before -> before.delete(by.stamp(at), expected));
  }

  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    boolean favorite = favorites.contains(by, id);
    Document one = GroupDocument.one(by.account(), id);
    Document live = GroupDocument.live(by.account());
    Function<Optional<KpiGroup>, Decision<KpiGroup>> rule =
        found ->
            KpiGroup.in(by.account(), found)
                .restore(
                    by.stamp(at),
                    deletedAfter,
                    () -> groups(by).count(live, limits.groupsPerAccount()),
                    limits);
    KpiGroup group =
        new ConditionalChange<>(
                () -> find(by, one),
                rule,
                (found, decision) -> !decision.isChange() || revive(by, found.orElseThrow()),
                (found, decision) ->
                    found.filter(MongoGroupStore::isDeleted).isPresent()
                        ? Optional.empty()
                        : Optional.of(rule.apply(found)),
                () -> confirm(by, one))
            .make()
            .state();
    return new ViewedGroup(group, favorite);
  }

  /** Deleted as before, or once more: then nothing tells whether it was restored in between. */
  private static boolean isDeleted(KpiGroup group) {
    return group.life() instanceof GroupLife.Deleted;
  }

  private boolean revive(Call by, KpiGroup before) {
    Stamp deletion = before.life().deleted().orElseThrow();
    Document unchanged =
        GroupDocument.one(by.account(), before.id())
            .append("state", GroupDocument.DELETED)
            .append("deletedById", deletion.by().value())
            .append("deletedAt", deletion.at());
    Bson change =
        Updates.combine(
            Updates.set("state", GroupDocument.LIVE),
            Updates.unset("deletedById"),
            Updates.unset("deletedAt"),
            Updates.inc("restores", 1L));
    return groups(by).once().update(unchanged, change);
  }

  private KpiGroup change(Call by, KpiGroupId id, Function<KpiGroup, Decision<KpiGroup>> rule) {
    Document one = GroupDocument.one(by.account(), id);
    return new ConditionalChange<Optional<Found>, Decision<KpiGroup>>(
            () -> groups(by).first(one, AS_FOUND),
            found -> rule.apply(KpiGroup.liveIn(by.account(), found.map(Found::group))),
            (found, decision) -> !decision.isChange() || update(by, found.orElseThrow(), decision),
            (found, decision) ->
                found.filter(it -> it.group().shows(decision.state())).map(it -> decision),
            () -> confirm(by, one))
        .make()
        .state();
  }

  private boolean update(Call by, Found before, Decision<KpiGroup> decision) {
    Document unchanged =
        GroupDocument.live(by.account(), before.group().id())
            .append("revision", before.group().revision().number())
            .append("restores", before.restores());
    Document values = new Document("$set", GroupDocument.changeable(decision.state()));
    return groups(by).once().update(unchanged, values);
  }

  /** An update that changes nothing still waits until most members have all earlier writes. */
  private void confirm(Call by, Document one) {
    groups(by).once().update(one, Updates.setOnInsert("state", GroupDocument.LIVE));
  }

  private TimedCollection<GroupDocument> groups(Call call) {
    return collections.groups(call.deadline());
  }
}
