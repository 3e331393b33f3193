package org.acme.kpigroups.store;

import io.quarkus.mongodb.panache.PanacheMongoRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
public class KpiRepository implements PanacheMongoRepository<Kpi> {

  /** The names of those that are registered. */
  Map<String, String> names(String account, Collection<String> ids) {
    return list("accountId = ?1 and kpiId in ?2", account, ids).stream()
        .collect(Collectors.toMap(kpi -> kpi.kpiId, kpi -> kpi.name));
  }
}
