package org.acme.kpigroups.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acme.kpigroups.api.GroupView;
import org.acme.kpigroups.api.ListQuery;
import org.acme.kpigroups.api.PageView;

@ApplicationScoped
public class KpiGroupRepository implements PanacheRepositoryBase<KpiGroup, String> {
  private static final String VIEW =
      """
      select new org.acme.kpigroups.api.GroupView(g.accountId, g.createdById, g.dateCreated,
        g.dateUpdated, f.groupId is not null, g.id, g.modifiedById, g.name)\
      """;
  private static final String FAVORITE =
      " join Favorite f"
          + " on f.accountId = g.accountId and f.userId = :user and f.groupId = g.id";

  public Optional<KpiGroup> findIn(String account, String id) {
    return find("accountId = ?1 and id = ?2", account, id).firstResultOptional();
  }

  public Optional<GroupView> view(String account, String user, String id) {
    return query(
            VIEW
                + " from KpiGroup g left"
                + FAVORITE
                + " where g.accountId = :account and g.id = :id",
            GroupView.class,
            Map.of("account", account, "user", user, "id", id))
        .getResultList()
        .stream()
        .findFirst();
  }

  public PageView<GroupView> list(String account, String user, ListQuery asked) {
    Map<String, Object> values = new HashMap<>(Map.of("account", account));
    String where = " where g.accountId = :account";
    if (asked.text() != null) {
      where += " and locate(lower(:text), lower(g.name)) > 0";
      values.put("text", asked.text());
    }
    String groups = " from KpiGroup g";
    String joined = groups + " left" + FAVORITE;
    if (asked.favorite() != null) {
      // An inner join lets SQLite begin at the user's favorites.
      joined = asked.favorite() ? groups + FAVORITE : joined;
      where += asked.favorite() ? "" : " and f.groupId is null";
      groups = joined;
      values.put("user", user);
    }
    long total = query("select count(*)" + groups + where, Long.class, values).getSingleResult();
    values.put("user", user);
    List<String> after = asked.after();
    if (!after.isEmpty()) {
      // The first condition is the one by which SQLite finds the place in the index.
      where +=
          asked.byName()
              ? " and g.name >= :name and (g.name > :name or g.id > :id)"
              : " and g.id > :id";
      values.put("id", after.get(after.size() - 1));
      if (asked.byName()) {
        values.put("name", after.get(0));
      }
    }
    String order = asked.byName() ? " order by g.name, g.id" : " order by g.id";
    List<GroupView> found =
        query(VIEW + joined + where + order, GroupView.class, values)
            .setMaxResults(asked.limit() + 1)
            .getResultList();
    return PageView.of(found, asked.limit(), total);
  }

  private <T> TypedQuery<T> query(String hql, Class<T> type, Map<String, Object> values) {
    TypedQuery<T> query = getEntityManager().createQuery(hql, type);
    values.forEach(query::setParameter);
    return query;
  }
}
