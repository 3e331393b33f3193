package org.acme.kpigroups.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.quarkus.mongodb.panache.PanacheMongoRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

@ApplicationScoped
public class FavoriteRepository implements PanacheMongoRepository<Favorite> {

  static Bson key(String account, String user, String group) {
    return and(eq("accountId", account), eq("userId", user), eq("groupId", group));
  }

  Set<String> of(String account, String user) {
    return list("accountId = ?1 and userId = ?2", account, user).stream()
        .map(favorite -> favorite.groupId)
        .collect(Collectors.toSet());
  }

  Set<String> among(String account, String user, Collection<String> groups) {
    return list("accountId = ?1 and userId = ?2 and groupId in ?3", account, user, groups).stream()
        .map(favorite -> favorite.groupId)
        .collect(Collectors.toSet());
  }
}
