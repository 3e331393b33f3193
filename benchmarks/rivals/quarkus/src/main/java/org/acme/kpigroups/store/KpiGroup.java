package org.acme.kpigroups.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "kpi_group")
public class KpiGroup {
  @Id public String id;
  public String accountId;
  public String name;
  public String createdById;
  public Instant dateCreated;
  public String modifiedById;
  public Instant dateUpdated;
}
