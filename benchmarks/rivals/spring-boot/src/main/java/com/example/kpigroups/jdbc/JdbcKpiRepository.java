package com.example.kpigroups.jdbc;

import com.example.kpigroups.KpiRepository;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Profile("sqlite")
class JdbcKpiRepository implements KpiRepository {

  private final JdbcTemplate template;

  JdbcKpiRepository(JdbcTemplate template) {
    this.template = template;
  }

  @Override
  @Transactional
  public boolean save(String accountId, String id, String name) {
    int replaced =
        template.update(
            "UPDATE kpi SET name = ? WHERE account_id = ? AND id = ?", name, accountId, id);
    if (replaced > 0) {
      return false;
    }
    template.update("INSERT INTO kpi (account_id, id, name) VALUES (?, ?, ?)", accountId, id, name);
    return true;
  }
}
