package com.example.kpigroups.jdbc;

import com.example.kpigroups.BatchResult;
import com.example.kpigroups.Caller;
import com.example.kpigroups.Member;
import com.example.kpigroups.MemberRepository;
import com.example.kpigroups.NotFoundException;
import com.example.kpigroups.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Profile("sqlite")
class JdbcMemberRepository implements MemberRepository {

  private static final String INSERT =
      """
      INSERT INTO member (account_id, group_id, kpi_id, added_by_id, date_added)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String DELETE =
      "DELETE FROM member WHERE account_id = ? AND group_id = ? AND kpi_id = ?";

  private final JdbcTemplate template;
  private final JdbcClient writer;
  private final JdbcClient reader;

  JdbcMemberRepository(
      JdbcTemplate template, JdbcClient writer, @Qualifier("reader") JdbcClient reader) {
    this.template = template;
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public Page<Member> list(Caller caller, String groupId, int limit) {
    Groups.require(reader, caller, groupId);
    List<Member> rows =
        reader
            .sql(
                """
                SELECT m.kpi_id, k.name, m.added_by_id, m.date_added
                FROM member m JOIN kpi k ON k.account_id = m.account_id AND k.id = m.kpi_id
                WHERE m.account_id = :account AND m.group_id = :id
                ORDER BY m.kpi_id LIMIT :limit
                """)
            .param("account", caller.accountId())
            .param("id", groupId)
            .param("limit", limit + 1)
            .query(JdbcMemberRepository::map)
            .list();
    return Page.of(rows, limit, true, () -> count(caller, groupId));
  }

  @Override
  @Transactional
  public void add(Caller caller, String groupId, String kpiId) {
    Groups.require(writer, caller, groupId);
    requireKpis(caller, Set.of(kpiId));
    template.update(INSERT, row(caller, groupId, kpiId));
  }

  @Override
  @Transactional
  public void remove(Caller caller, String groupId, String kpiId) {
    Groups.require(writer, caller, groupId);
    template.update(DELETE, caller.accountId(), groupId, kpiId);
  }

  @Override
  @Transactional
  public BatchResult change(Caller caller, String groupId, Set<String> add, Set<String> remove) {
    Groups.require(writer, caller, groupId);
    requireKpis(caller, add);
    int added =
        sum(
            template.batchUpdate(
                INSERT, add.stream().map(kpi -> row(caller, groupId, kpi)).toList()));
    int removed =
        sum(
            template.batchUpdate(
                DELETE,
                remove.stream()
                    .map(kpi -> new Object[] {caller.accountId(), groupId, kpi})
                    .toList()));
    return new BatchResult(added, removed, add.size() + remove.size() - added - removed);
  }

  private void requireKpis(Caller caller, Set<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    int known =
        writer
            .sql("SELECT count(*) FROM kpi WHERE account_id = :account AND id IN (:ids)")
            .param("account", caller.accountId())
            .param("ids", ids)
            .query(Integer.class)
            .single();
    if (known < ids.size()) {
      throw new NotFoundException("A KPI is not in the register");
    }
  }

  private long count(Caller caller, String groupId) {
    return reader
        .sql("SELECT count(*) FROM member WHERE account_id = :account AND group_id = :id")
        .param("account", caller.accountId())
        .param("id", groupId)
        .query(Long.class)
        .single();
  }

  private static Object[] row(Caller caller, String groupId, String kpiId) {
    return new Object[] {
      caller.accountId(), groupId, kpiId, caller.userId(), System.currentTimeMillis()
    };
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static Member map(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getString("kpi_id"),
        row.getString("name"),
        row.getString("added_by_id"),
        Instant.ofEpochMilli(row.getLong("date_added")));
  }
}
