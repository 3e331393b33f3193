package org.acme.kpigroups.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.acme.kpigroups.api.BatchBody;
import org.acme.kpigroups.api.Caller;
import org.acme.kpigroups.api.MemberView;
import org.acme.kpigroups.api.Members;
import org.acme.kpigroups.api.PageView;

@ApplicationScoped
public class MemberService implements Members {
  @Inject Caller caller;
  @Inject GroupService groups;
  @Inject KpiRepository kpis;
  @Inject MemberRepository members;

  @Override
  public PageView<MemberView> list(String group, int limit) {
    groups.existing(group);
    return members.page(caller.account(), group, limit);
  }

  @Override
  @SingleWriter
  @Transactional
  public boolean register(String id, String name) {
    Kpi present = kpis.findById(new Kpi.Key(caller.account(), id));
    if (present != null) {
      present.name = name;
      return false;
    }
    Kpi kpi = new Kpi();
    kpi.accountId = caller.account();
    kpi.id = id;
    kpi.name = name;
    kpis.persist(kpi);
    return true;
  }

  @Override
  @SingleWriter
  @Transactional
  public void add(String group, String kpi) {
    groups.existing(group);
    if (kpis.findById(new Kpi.Key(caller.account(), kpi)) == null) {
      throw unknownKpi();
    }
    if (members.findById(new Member.Key(group, kpi)) == null) {
      persist(group, kpi);
    }
  }

  @Override
  @SingleWriter
  @Transactional
  public void remove(String group, String kpi) {
    groups.existing(group);
    members.deleteById(new Member.Key(group, kpi));
  }

  @Override
  @SingleWriter
  @Transactional
  public BatchBody.Result change(String group, BatchBody batch) {
    groups.existing(group);
    if (kpis.countIn(caller.account(), batch.add()) < batch.add().size()) {
      throw unknownKpi();
    }
    Set<String> coming = new HashSet<>(batch.add());
    coming.removeAll(
        members.of(group, batch.add()).stream()
            .map(member -> member.kpiId)
            .collect(Collectors.toSet()));
    long leaving = members.deleteAll(group, batch.remove());
    coming.forEach(kpi -> persist(group, kpi));
    int asked = batch.add().size() + batch.remove().size();
    return new BatchBody.Result(
        coming.size(), (int) leaving, (int) (asked - coming.size() - leaving));
  }

  private void persist(String group, String kpi) {
    Member member = new Member();
    member.groupId = group;
    member.kpiId = kpi;
    member.addedById = caller.user();
    member.dateAdded = GroupService.now();
    members.persist(member);
  }

  private static NotFoundException unknownKpi() {
    return new NotFoundException("There is no such KPI.");
  }
}
