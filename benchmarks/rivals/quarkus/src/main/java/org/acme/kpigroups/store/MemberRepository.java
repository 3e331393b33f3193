package org.acme.kpigroups.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.acme.kpigroups.api.MemberView;
import org.acme.kpigroups.api.PageView;

@ApplicationScoped
public class MemberRepository implements PanacheRepositoryBase<Member, Member.Key> {

  public List<Member> of(String group, Collection<String> kpis) {
    return kpis.isEmpty() ? List.of() : list("groupId = ?1 and kpiId in ?2", group, kpis);
  }

  public long deleteAll(String group, Collection<String> kpis) {
    return kpis.isEmpty() ? 0 : delete("groupId = ?1 and kpiId in ?2", group, kpis);
  }

  public PageView<MemberView> page(String account, String group, int limit) {
    List<MemberView> found =
        getEntityManager()
            .createQuery(
                """
                select new org.acme.kpigroups.api.MemberView(
                  m.kpiId, k.name, m.addedById, m.dateAdded)
                from Member m left join Kpi k on k.accountId = :account and k.id = m.kpiId
                where m.groupId = :group order by m.kpiId\
                """,
                MemberView.class)
            .setParameter("account", account)
            .setParameter("group", group)
            .setMaxResults(limit)
            .getResultList();
    return PageView.of(found, limit, count("groupId", group));
  }
}
