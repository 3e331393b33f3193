package org.acme.kpigroups.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(Kpi.Key.class)
public class Kpi {
  @Id public String accountId;
  @Id public String id;
  public String name;

  public record Key(String accountId, String id) {}
}
