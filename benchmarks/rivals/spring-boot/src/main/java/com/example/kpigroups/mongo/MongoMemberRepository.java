package com.example.kpigroups.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.example.kpigroups.BatchResult;
import com.example.kpigroups.Caller;
import com.example.kpigroups.Member;
import com.example.kpigroups.MemberRepository;
import com.example.kpigroups.NotFoundException;
import com.example.kpigroups.Page;
import com.example.kpigroups.mongo.GroupDocument.MemberEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Repository;

@Repository
@Profile("mongodb")
class MongoMemberRepository implements MemberRepository {

  private final MongoTemplate mongo;

  MongoMemberRepository(MongoTemplate mongo) {
    this.mongo = mongo;
  }

  @Override
  public Page<Member> list(Caller caller, String groupId, int limit) {
    List<MemberEntry> members = load(caller, groupId).members();
    List<MemberEntry> page =
        members.stream()
            .sorted(Comparator.comparing(MemberEntry::kpiId))
            .limit(limit + 1L)
            .toList();
    Map<String, String> names =
        kpis(caller, page.stream().map(MemberEntry::kpiId).toList()).stream()
            .collect(Collectors.toMap(KpiDocument::kpiId, KpiDocument::name));
    List<Member> rows =
        page.stream()
            .map(m -> new Member(m.kpiId(), names.get(m.kpiId()), m.addedById(), m.dateAdded()))
            .toList();
    return Page.of(rows, limit, true, members::size);
  }

  @Override
  public void add(Caller caller, String groupId, String kpiId) {
    requireKpis(caller, Set.of(kpiId));
    Query notYet = MongoGroupRepository.byId(caller, groupId);
    notYet.addCriteria(where("members.kpiId").ne(kpiId));
    var added =
        mongo.updateFirst(
            notYet, new Update().push("members", entry(caller, kpiId)), GroupDocument.class);
    if (added.getMatchedCount() == 0
        && !mongo.exists(MongoGroupRepository.byId(caller, groupId), GroupDocument.class)) {
      throw NotFoundException.group(groupId);
    }
  }

  @Override
  public void remove(Caller caller, String groupId, String kpiId) {
    var removed =
        mongo.updateFirst(
            MongoGroupRepository.byId(caller, groupId),
            new Update().pull("members", Query.query(where("kpiId").is(kpiId))),
            GroupDocument.class);
    if (removed.getMatchedCount() == 0) {
      throw NotFoundException.group(groupId);
    }
  }

  @Override
  @Retryable(
      includes = OptimisticLockingFailureException.class,
      maxRetries = 10,
      delay = 10,
      jitter = 10)
  public BatchResult change(Caller caller, String groupId, Set<String> add, Set<String> remove) {
    GroupDocument group = load(caller, groupId);
    requireKpis(caller, add);
    Map<String, MemberEntry> members = new LinkedHashMap<>();
    group.members().forEach(member -> members.put(member.kpiId(), member));
    int before = members.size();
    add.forEach(kpi -> members.computeIfAbsent(kpi, id -> entry(caller, id)));
    int added = members.size() - before;
    members.keySet().removeAll(remove);
    int removed = before + added - members.size();
    if (added + removed > 0) {
      mongo.save(group.withMembers(List.copyOf(members.values())));
    }
    return new BatchResult(added, removed, add.size() + remove.size() - added - removed);
  }

  private GroupDocument load(Caller caller, String groupId) {
    GroupDocument group =
        mongo.findOne(MongoGroupRepository.byId(caller, groupId), GroupDocument.class);
    if (group == null) {
      throw NotFoundException.group(groupId);
    }
    return group;
  }

  private void requireKpis(Caller caller, Set<String> ids) {
    if (!ids.isEmpty() && kpis(caller, ids).size() < ids.size()) {
      throw new NotFoundException("A KPI is not in the register");
    }
  }

  private List<KpiDocument> kpis(Caller caller, Collection<String> ids) {
    Query query = Query.query(where("accountId").is(caller.accountId()).and("kpiId").in(ids));
    return mongo.find(query, KpiDocument.class);
  }

  private static MemberEntry entry(Caller caller, String kpiId) {
    return new MemberEntry(
        kpiId, caller.userId(), Instant.ofEpochMilli(System.currentTimeMillis()));
  }
}
