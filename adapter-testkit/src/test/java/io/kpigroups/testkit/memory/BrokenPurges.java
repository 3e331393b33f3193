package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.group.GroupLife;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.TestTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** Mistakes that authors of a store make with what was deleted. */
final class BrokenPurges {
  private BrokenPurges() {}

  static class DeleteDropsTheChildrenAtOnce extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
              sound.delete(by, id, at, expected);
              tables.with(by, rows -> Optional.ofNullable(rows.members.remove(id)));
            }
          };
    }
  }

  static class ThePurgeLeavesFavorites extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public Removal remove(Claim claim, Deadline deadline) {
              return tables.exclusively(
                  deadline,
                  () -> {
                    AccountRows rows = tables.of(claim.account());
                    rows.members.remove(claim.group());
                    return rows.groups.remove(claim.group()) == null
                        ? Removal.NOTHING
                        : Removal.REMOVED;
                  });
            }
          };
    }
  }

  static class ThePurgeTakesSiblingsAlong extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public Removal remove(Claim claim, Deadline deadline) {
              tables.exclusively(
                  deadline,
                  () -> {
                    tables.of(claim.account()).favorites.clear();
                    return claim;
                  });
              return super.remove(claim, deadline);
            }
          };
    }
  }

  static class ThePurgeIsEarly extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
              return super.claim(deletedBy.plusMillis(1), most, deadline);
            }
          };
    }
  }

  static class TheClaimIsNotAnsweredAgain extends BrokenStore {
    private final Set<DeletedGroups.Claim> answered = ConcurrentHashMap.newKeySet();

    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
              return super.claim(deletedBy, most, deadline).stream().filter(answered::add).toList();
            }
          };
    }
  }

  static class TheMarkIsForgotten extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
              return super.claim(deletedBy, most, deadline).stream()
                  .filter(claim -> !deletedAt(claim).isAfter(deletedBy))
                  .toList();
            }

            private Instant deletedAt(Claim claim) {
              return tables.exclusively(
                  TestTime.ample(),
                  () -> tables.of(claim.account()).deletion(claim.group()).orElseThrow().at());
            }
          };
    }
  }

  static class TheBacklogLeavesOutWhatIsMarked extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public long backlog(Instant deletedBy, Deadline deadline) {
              return tables.exclusively(
                  deadline,
                  () ->
                      StreamSupport.stream(tables.all().spliterator(), false)
                          .flatMap(rows -> rows.groups.values().stream())
                          .filter(group -> !(group.life() instanceof GroupLife.Purging))
                          .filter(group -> group.purge(deletedBy).isPresent())
                          .count());
            }
          };
    }
  }

  static class WhoeverClaimsAGroupIsToldThatHeRemovedIt extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public Removal remove(Claim claim, Deadline deadline) {
              super.remove(claim, deadline);
              return Removal.REMOVED;
            }
          };
    }
  }

  static class WhatWasNotClaimedIsRemovedToo extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public Removal remove(Claim claim, Deadline deadline) {
              boolean gone =
                  tables.exclusively(
                      deadline,
                      () -> tables.of(claim.account()).groups.remove(claim.group()) != null);
              return gone ? Removal.REMOVED : Removal.NOTHING;
            }
          };
    }
  }

  static class DelegatingPurge implements DeletedGroups {
    private final DeletedGroups sound;

    DelegatingPurge(DeletedGroups sound) {
      this.sound = sound;
    }

    @Override
    public List<Claim> claim(Instant deletedBy, int most, Deadline deadline) {
      return sound.claim(deletedBy, most, deadline);
    }

    @Override
    public long backlog(Instant deletedBy, Deadline deadline) {
      return sound.backlog(deletedBy, deadline);
    }

    @Override
    public Removal remove(Claim claim, Deadline deadline) {
      return sound.remove(claim, deadline);
    }
  }
}
