package org.acme.kpigroups.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

@ApplicationScoped
public class KpiRepository implements PanacheRepositoryBase<Kpi, Kpi.Key> {

  public long countIn(String account, Collection<String> ids) {
    return ids.isEmpty() ? 0 : count("accountId = ?1 and id in ?2", account, ids);
  }
}
