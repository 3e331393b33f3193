package io.kpigroups.application.service;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Deleted groups that are all due until they are removed; every call is noted. */
final class FakeDeletedGroups implements DeletedGroups {
  final List<Invocation> calls = new ArrayList<>();
  final List<Deadline> deadlines = new ArrayList<>();
  private final Set<Claim> due = new LinkedHashSet<>();
  private Runnable event = () -> {};

  /** So many groups are due. */
  List<Claim> given(int count) {
    List<Claim> claims =
        IntStream.range(0, count)
            .mapToObj(i -> new Claim(Samples.ACCOUNT, Samples.groupId(i)))
            .toList();
    due.addAll(claims);
    return claims;
  }

  /** Something happens once, before the next group is removed. */
  void beforeTheNextRemoval(Runnable happens) {
    event = happens;
  }

  @Override
  public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
    deadlines.add(deadline);
    calls.add(Invocation.of("claim", deletedBy));
    return due.stream().limit(most).toList();
  }

  @Override
  public long backlog(Instant deletedBy, Deadline deadline) {
    deadlines.add(deadline);
    calls.add(Invocation.of("backlog", deletedBy));
    return due.size();
  }

  @Override
  public Removal remove(Claim claim, Deadline deadline) {
    Runnable now = event;
    event = () -> {};
    now.run();
    deadlines.add(deadline);
    calls.add(Invocation.of("remove", claim));
    return due.remove(claim) ? Removal.REMOVED : Removal.NOTHING;
  }
}
