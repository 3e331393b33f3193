package io.kpigroups.application;

import io.kpigroups.application.port.out.DeletedGroups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Deleted groups that are all due until they are removed; every call is noted. */
final class FakeDeletedGroups implements DeletedGroups {
  final List<Call> calls = new ArrayList<>();
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

  /** Something happens once, before the children of the next group are removed. */
  void beforeTheNextRemoval(Runnable happens) {
    event = happens;
  }

  @Override
  public List<Claim> claim(Instant deadline, int most) {
    calls.add(Call.of("claim", deadline));
    return due.stream().limit(most).toList();
  }

  @Override
  public long backlog(Instant deadline) {
    calls.add(Call.of("backlog", deadline));
    return due.size();
  }

  @Override
  public void removeChildren(Claim claim) {
    Runnable now = event;
    event = () -> {};
    now.run();
    calls.add(Call.of("remove children", claim));
  }

  @Override
  public Removal removeGroup(Claim claim) {
    calls.add(Call.of("remove group", claim));
    return due.remove(claim) ? Removal.REMOVED : Removal.NOTHING;
  }
}
