package io.kpigroups.application.service;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Groups that are due in the order in which they were given, removed as a test says. */
final class DueGroups implements DeletedGroups {
  private final AccountId account = new AccountId("acme");
  private final Set<Claim> due = new LinkedHashSet<>();
  private final Map<Claim, Integer> tries = new ConcurrentHashMap<>();
  private UnaryOperator<List<Claim>> claims = UnaryOperator.identity();
  private Function<Claim, Removal> removal = this::take;
  private int given;

  /** So many more groups are due. */
  synchronized List<Claim> given(int count) {
    List<Claim> more = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = String.format(Locale.ROOT, "%024x", given++);
      more.add(new Claim(account, new KpiGroupId(id)));
    }
    due.addAll(more);
    return more;
  }

  /** What becomes of the groups that would be answered. */
  void onClaim(UnaryOperator<List<Claim>> event) {
    claims = event;
  }

  /** What a removal does; {@link #take} unless this is called. */
  void onRemoval(Function<Claim, Removal> event) {
    removal = event;
  }

  /** Removes as a sound store does. */
  synchronized Removal take(Claim claim) {
    return due.remove(claim) ? Removal.REMOVED : Removal.NOTHING;
  }

  synchronized List<Claim> left() {
    return List.copyOf(due);
  }

  /** How often it was tried to remove this group. */
  int tried(Claim claim) {
    return tries.getOrDefault(claim, 0);
  }

  @Override
  public synchronized List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    return claims.apply(due.stream().limit(most).toList());
  }

  @Override
  public synchronized long backlog(Instant deletedBy, Deadline deadline) {
    return due.size();
  }

  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    tries.merge(claim, 1, Integer::sum);
    return removal.apply(claim);
  }
}
