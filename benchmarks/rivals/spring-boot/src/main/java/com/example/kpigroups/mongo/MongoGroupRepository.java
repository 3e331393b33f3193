package com.example.kpigroups.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.example.kpigroups.Caller;
import com.example.kpigroups.Cursor;
import com.example.kpigroups.Group;
import com.example.kpigroups.GroupQuery;
import com.example.kpigroups.GroupRepository;
import com.example.kpigroups.NotFoundException;
import com.example.kpigroups.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.types.ObjectId;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
@Profile("mongodb")
class MongoGroupRepository implements GroupRepository {

  private final MongoTemplate mongo;

  MongoGroupRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  @Override
  public Optional<Group> find(Caller caller, String id) {
    return Optional.ofNullable(mongo.findOne(withoutMembers(byId(caller, id)), GroupDocument.class))
        .map(group -> group.toGroup(isFavorite(caller, id)));
  }

  @Override
  public Page<Group> list(Caller caller, GroupQuery query) {
    List<Criteria> filter = filter(caller, query);
    List<Criteria> page = new ArrayList<>(filter);
    if (query.after() != null) {
      page.add(after(query.sort(), query.after()));
    }
    Sort sort = query.sort() == GroupQuery.Sort.name ? Sort.by("name", "id") : Sort.by("id");
    List<GroupDocument> rows =
        mongo.find(
            withoutMembers(all(page)).with(sort).limit(query.limit() + 1), GroupDocument.class);
    Set<String> favorites = favorites(caller, rows.stream().map(GroupDocument::id).toList());
    return Page.of(
        rows.stream().map(row -> row.toGroup(favorites.contains(row.id()))).toList(),
        query.limit(),
        query.after() == null,
        () -> mongo.count(all(filter), GroupDocument.class));
  }

  @Override
  public Group create(Caller caller, String name) {
    Instant now = now();
    String user = caller.userId();
    return mongo
        .insert(
            new GroupDocument(
                null, null, caller.accountId(), name, user, now, user, now, List.of()))
        .toGroup(false);
  }

  @Override
  public Group rename(Caller caller, String id, String name) {
    GroupDocument renamed =
        mongo.findAndModify(
            withoutMembers(byId(caller, id)),
            Update.update("name", name)
                .set("modifiedById", caller.userId())
                .set("dateUpdated", now()),
            FindAndModifyOptions.options().returnNew(true),
            GroupDocument.class);
    if (renamed == null) {
      throw NotFoundException.group(id);
    }
    return renamed.toGroup(isFavorite(caller, id));
  }

  @Override
  public void delete(Caller caller, String id) {
    if (mongo.remove(byId(caller, id), GroupDocument.class).getDeletedCount() == 0) {
      throw NotFoundException.group(id);
    }
    mongo.remove(Query.query(where("groupId").is(id)), FavoriteDocument.class);
  }

  @Override
  public void addFavorite(Caller caller, String id) {
    requireGroup(caller, id);
    try {
      mongo.insert(new FavoriteDocument(null, caller.accountId(), caller.userId(), id));
    } catch (DuplicateKeyException e) {
      // It is one already.
    }
  }

  @Override
  public void removeFavorite(Caller caller, String id) {
    requireGroup(caller, id);
    mongo.remove(favorite(caller, id), FavoriteDocument.class);
  }

  static Query byId(Caller caller, String id) {
    return Query.query(where("id").is(id).and("accountId").is(caller.accountId()));
  }

  private void requireGroup(Caller caller, String id) {
    if (!mongo.exists(byId(caller, id), GroupDocument.class)) {
      throw NotFoundException.group(id);
    }
  }

  private boolean isFavorite(Caller caller, String id) {
    return mongo.exists(favorite(caller, id), FavoriteDocument.class);
  }

  private Set<String> favorites(Caller caller, Collection<String> ids) {
    Query query = Query.query(ofCaller(caller).and("groupId").in(ids));
    return new HashSet<>(
        mongo.find(query, FavoriteDocument.class).stream().map(FavoriteDocument::groupId).toList());
  }

  private List<Criteria> filter(Caller caller, GroupQuery query) {
    List<Criteria> filter = new ArrayList<>();
    filter.add(where("accountId").is(caller.accountId()));
    if (query.q() != null && !query.q().isEmpty()) {
      filter.add(
          where("name")
              .regex(
                  Pattern.compile(
                      Pattern.quote(query.q()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    }
    if (query.favorite() != null) {
      List<ObjectId> ids =
          mongo.find(Query.query(ofCaller(caller)), FavoriteDocument.class).stream()
              .map(favorite -> new ObjectId(favorite.groupId()))
              .toList();
      filter.add(query.favorite() ? where("id").in(ids) : where("id").nin(ids));
    }
    return filter;
  }

  private static Criteria after(GroupQuery.Sort sort, Cursor after) {
    Criteria laterId = where("id").gt(new ObjectId(after.id()));
    return sort == GroupQuery.Sort.id
        ? laterId
        : new Criteria()
            .orOperator(
                where("name").gt(after.name()),
                new Criteria().andOperator(where("name").is(after.name()), laterId));
  }

  private static Query all(List<Criteria> criteria) {
    return Query.query(new Criteria().andOperator(criteria));
  }

  private static Query withoutMembers(Query query) {
    query.fields().exclude("members");
    return query;
  }

  private static Query favorite(Caller caller, String id) {
    return Query.query(ofCaller(caller).and("groupId").is(id));
  }

  private static Criteria ofCaller(Caller caller) {
    return where("accountId").is(caller.accountId()).and("userId").is(caller.userId());
  }

  private static Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis());
  }
}
