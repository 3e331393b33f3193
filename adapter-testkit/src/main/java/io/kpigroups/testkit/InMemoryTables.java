package io.kpigroups.testkit;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Favorite;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiRef;
import io.kpigroups.domain.Membership;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.ViewedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What the in-memory adapter keeps, behind one lock. */
final class InMemoryTables {

  /** A group and, once it is deleted, when; {@code purging} says that it cannot come back. */
  record GroupRow(KpiGroup group, Optional<Instant> deletedAt, boolean purging) {}

  /** What identifies a membership. */
  record MembershipKey(AccountId account, KpiGroupId group, KpiId kpi) {}

  final Map<KpiGroupId, GroupRow> groups = new HashMap<>();
  final Map<MembershipKey, Membership> memberships = new HashMap<>();
  final Set<Favorite> favorites = new HashSet<>();
  final Map<KpiRef, Kpi> kpis = new HashMap<>();

  /** Does the work alone, unless the deadline has passed. */
  synchronized <T> T atomically(Supplier<T> work) {
    Deadline.remaining(Duration.ofSeconds(5));
    return work.get();
  }

  /** A group that is there for this actor. */
  Optional<KpiGroup> find(Actor actor, KpiGroupId id) {
    return Optional.ofNullable(groups.get(id))
        .filter(row -> row.deletedAt().isEmpty())
        .map(GroupRow::group)
        .filter(group -> group.account().equals(actor.account()));
  }

  KpiGroup get(Actor actor, KpiGroupId id) {
    return find(actor, id).orElseThrow(GroupNotFound::new);
  }

  ViewedGroup view(Actor viewer, KpiGroup group) {
    return new ViewedGroup(group, favorites.contains(Favorite.of(group, viewer)));
  }

  boolean isRegistered(Actor actor, KpiId id) {
    return kpis.containsKey(new KpiRef(actor.account(), id));
  }

  static <T> Page<T> page(List<T> all, PageRange range) {
    return new Page<>(
        all.stream().skip(range.skip()).limit(range.limit()).toList(), all.size(), range);
  }
}
