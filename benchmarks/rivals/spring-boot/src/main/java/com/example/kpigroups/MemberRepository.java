package com.example.kpigroups;

import java.util.Set;

/** Unknown groups, and unknown KPIs that are to be added, are a {@link NotFoundException}. */
public interface MemberRepository {

  Page<Member> list(Caller caller, String groupId, int limit);

  void add(Caller caller, String groupId, String kpiId);

  void remove(Caller caller, String groupId, String kpiId);

  BatchResult change(Caller caller, String groupId, Set<String> add, Set<String> remove);
}
