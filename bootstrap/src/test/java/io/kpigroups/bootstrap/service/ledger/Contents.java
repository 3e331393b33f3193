package io.kpigroups.bootstrap.service.ledger;

import java.util.Set;

/** Everything that a store holds of groups, read past the service. */
public record Contents(Set<Group> groups, Set<Member> members, Set<Favorite> favorites) {

  /** A group, deleted ones included. */
  public record Group(
      String account, String id, String name, boolean live, boolean purging, long revision) {}

  /** A KPI in a group. */
  public record Member(String account, String group, String kpi) {}

  /** A group that a user watches. */
  public record Favorite(String account, String group, String user) {}
}
