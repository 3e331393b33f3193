package com.example.kpigroups.jdbc;

import com.example.kpigroups.Caller;
import com.example.kpigroups.Cursor;
import com.example.kpigroups.Group;
import com.example.kpigroups.GroupQuery;
import com.example.kpigroups.GroupRepository;
import com.example.kpigroups.NotFoundException;
import com.example.kpigroups.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Profile("sqlite")
class JdbcGroupRepository implements GroupRepository {

  private static final String SELECT =
      """
      SELECT g.*, EXISTS (SELECT 1 FROM favorite f WHERE f.account_id = g.account_id
                            AND f.user_id = :user AND f.group_id = g.id) AS favorite
      FROM kpi_group g WHERE g.account_id = :account
      """;

  private final JdbcClient writer;
  private final JdbcClient reader;

  JdbcGroupRepository(JdbcClient writer, @Qualifier("reader") JdbcClient reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public Optional<Group> find(Caller caller, String id) {
    return find(reader, caller, id);
  }

  @Override
  public Page<Group> list(Caller caller, GroupQuery query) {
    Map<String, Object> params = new HashMap<>();
    params.put("account", caller.accountId());
    params.put("user", caller.userId());
    String filter = filter(query, params);
    boolean byName = query.sort() == GroupQuery.Sort.name;
    String page = SELECT + filter;
    Cursor after = query.after();
    if (after != null) {
      page += byName ? " AND (g.name, g.id) > (:afterName, :afterId)" : " AND g.id > :afterId";
      params.put("afterName", after.name());
      params.put("afterId", after.id());
    }
    page += (byName ? " ORDER BY g.name, g.id" : " ORDER BY g.id") + " LIMIT :limit";
    params.put("limit", query.limit() + 1);
    List<Group> rows = reader.sql(page).params(params).query(Groups::map).list();
    String count = "SELECT count(*) FROM kpi_group g WHERE g.account_id = :account" + filter;
    return Page.of(
        rows,
        query.limit(),
        after == null,
        () -> reader.sql(count).params(params).query(Long.class).single());
  }

  @Override
  @Transactional
  public Group create(Caller caller, String name) {
    String id = new ObjectId().toHexString();
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    writer
        .sql(
            """
            INSERT INTO kpi_group (account_id, id, name, search_name, created_by_id, date_created,
                                   modified_by_id, date_updated)
            VALUES (:account, :id, :name, :searchName, :user, :now, :user, :now)
            """)
        .param("account", caller.accountId())
        .param("id", id)
        .param("name", name)
        .param("searchName", searchName(name))
        .param("user", caller.userId())
        .param("now", now.toEpochMilli())
        .update();
    return new Group(
        caller.accountId(), caller.userId(), now, now, false, id, caller.userId(), name);
  }

  @Override
  @Transactional
  public Group rename(Caller caller, String id, String name) {
    writer
        .sql(
            """
            UPDATE kpi_group SET name = :name, search_name = :searchName, modified_by_id = :user,
                                 date_updated = :now
            WHERE account_id = :account AND id = :id
            """)
        .param("name", name)
        .param("searchName", searchName(name))
        .param("user", caller.userId())
        .param("now", System.currentTimeMillis())
        .param("account", caller.accountId())
        .param("id", id)
        .update();
    return find(writer, caller, id).orElseThrow(() -> NotFoundException.group(id));
  }

  @Override
  @Transactional
  public void delete(Caller caller, String id) {
    int deleted =
        writer
            .sql("DELETE FROM kpi_group WHERE account_id = :account AND id = :id")
            .param("account", caller.accountId())
            .param("id", id)
            .update();
    if (deleted == 0) {
      throw NotFoundException.group(id);
    }
  }

  @Override
  @Transactional
  public void addFavorite(Caller caller, String id) {
    changeFavorite(
        caller,
        id,
        """
        INSERT INTO favorite (account_id, user_id, group_id) VALUES (:account, :user, :id)
        ON CONFLICT DO NOTHING
        """);
  }

  @Override
  @Transactional
  public void removeFavorite(Caller caller, String id) {
    changeFavorite(
        caller,
        id,
        "DELETE FROM favorite WHERE account_id = :account AND user_id = :user AND group_id = :id");
  }

  private void changeFavorite(Caller caller, String id, String sql) {
    Groups.require(writer, caller, id);
    writer
        .sql(sql)
        .param("account", caller.accountId())
        .param("user", caller.userId())
        .param("id", id)
        .update();
  }

  private static Optional<Group> find(JdbcClient client, Caller caller, String id) {
    return client
        .sql(SELECT + " AND g.id = :id")
        .param("account", caller.accountId())
        .param("user", caller.userId())
        .param("id", id)
        .query(Groups::map)
        .optional();
  }

  private static String filter(GroupQuery query, Map<String, Object> params) {
    String filter = "";
    if (query.q() != null && !query.q().isEmpty()) {
      filter += " AND instr(g.search_name, :q) > 0";
      params.put("q", searchName(query.q()));
    }
    if (query.favorite() != null) {
      filter +=
          (query.favorite() ? " AND g.id IN " : " AND g.id NOT IN ")
              + "(SELECT group_id FROM favorite WHERE account_id = :account AND user_id = :user)";
    }
    return filter;
  }

  // SQLite's own lower() and LIKE know the case of ASCII only.
  private static String searchName(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
