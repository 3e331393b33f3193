package org.acme.kpigroups.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(Favorite.Key.class)
public class Favorite {
  @Id public String accountId;
  @Id public String userId;
  @Id public String groupId;

  public record Key(String accountId, String userId, String groupId) {}
}
