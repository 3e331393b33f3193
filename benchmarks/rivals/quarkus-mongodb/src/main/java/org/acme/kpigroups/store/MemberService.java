package org.acme.kpigroups.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acme.kpigroups.api.BatchBody;
import org.acme.kpigroups.api.Caller;
import org.acme.kpigroups.api.MemberView;
import org.acme.kpigroups.api.Members;
import org.acme.kpigroups.api.PageView;
import org.bson.Document;
import org.bson.conversions.Bson;

@ApplicationScoped
public class MemberService implements Members {
  @Inject Caller caller;
  @Inject GroupService groups;
  @Inject KpiGroupRepository repository;
  @Inject KpiRepository kpis;

  @Override
  public PageView<MemberView> list(String group, int limit) {
    List<KpiGroup.Member> all = existing(group).members;
    List<KpiGroup.Member> page =
        all.stream()
            .sorted(Comparator.comparing((KpiGroup.Member member) -> member.kpiId))
            .limit(limit)
            .toList();
    Map<String, String> names =
        kpis.names(caller.account(), page.stream().map(member -> member.kpiId).toList());
    return PageView.of(
        page.stream()
            .map(
                member ->
                    new MemberView(
                        member.kpiId, names.get(member.kpiId), member.addedById, member.dateAdded))
            .toList(),
        limit,
        all.size());
  }

  @Override
  public boolean register(String kpi, String name) {
    return Upsert.of(
        kpis.mongoCollection(),
        and(eq("accountId", caller.account()), eq("kpiId", kpi)),
        set("name", name));
  }

  @Override
  public void add(String group, String kpi) {
    Bson without = and(KpiGroupRepository.in(caller.account(), group), ne("members.kpiId", kpi));
    groups.require(group);
    requireRegistered(Set.of(kpi));
    repository
        .mongoCollection()
        .updateOne(without, combine(push("members", member(kpi)), inc("version", 1L)));
  }

  @Override
  public void remove(String group, String kpi) {
    Bson change = combine(pull("members", new Document("kpiId", kpi)), inc("version", 1L));
    if (repository
            .mongoCollection()
            .updateOne(KpiGroupRepository.in(caller.account(), group), change)
            .getMatchedCount()
        == 0) {
      throw GroupService.absent();
    }
  }

  /** One document is changed at once, so neither is a half seen nor a change between lost. */
  @Override
  public BatchBody.Result change(String group, BatchBody batch) {
    while (true) {
      KpiGroup present = existing(group);
      requireRegistered(batch.add());
      Set<String> coming = new HashSet<>(batch.add());
      present.members.forEach(member -> coming.remove(member.kpiId));
      List<KpiGroup.Member> members = new ArrayList<>(present.members);
      members.removeIf(member -> batch.remove().contains(member.kpiId));
      int removed = present.members.size() - members.size();
      coming.forEach(kpi -> members.add(member(kpi)));
      if (replace(present, members)) {
        int asked = batch.add().size() + batch.remove().size();
        return new BatchBody.Result(coming.size(), removed, asked - coming.size() - removed);
      }
    }
  }

  private boolean replace(KpiGroup present, List<KpiGroup.Member> members) {
    return repository
            .mongoCollection()
            .updateOne(
                and(
                    KpiGroupRepository.in(caller.account(), present.id),
                    eq("version", present.version)),
                combine(set("members", members), inc("version", 1L)))
            .getMatchedCount()
        > 0;
  }

  private KpiGroup existing(String id) {
    return repository
        .find("accountId = ?1 and _id = ?2", caller.account(), id)
        .firstResultOptional()
        .orElseThrow(GroupService::absent);
  }

  private void requireRegistered(Set<String> ids) {
    if (kpis.names(caller.account(), ids).size() < ids.size()) {
      throw new NotFoundException("There is no such KPI.");
    }
  }

  private KpiGroup.Member member(String kpi) {
    KpiGroup.Member member = new KpiGroup.Member();
    member.kpiId = kpi;
    member.addedById = caller.user();
    member.dateAdded = GroupService.now();
    return member;
  }
}
