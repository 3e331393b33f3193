package org.acme.kpigroups.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;

@Entity
@IdClass(Member.Key.class)
public class Member {
  @Id public String groupId;
  @Id public String kpiId;
  public String addedById;
  public Instant dateAdded;

  public record Key(String groupId, String kpiId) {}
}
