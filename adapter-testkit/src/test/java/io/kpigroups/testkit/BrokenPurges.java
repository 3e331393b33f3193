package io.kpigroups.testkit;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.RevisionMatch;
import java.time.Instant;
import java.util.List;
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
            public void delete(Actor by, KpiGroupId id, Instant at, RevisionMatch expected) {
              sound.delete(by, id, at, expected);
              deletedGroups.removeChildren(new DeletedGroups.Claim(by.account(), id));
            }
          };
    }
  }

  static class ThePurgeLeavesFavorites extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public void removeChildren(Claim claim) {
              tables.exclusively(
                  () ->
                      tables
                          .of(claim.account())
                          .members
                          .keySet()
                          .removeIf(key -> key.group().equals(claim.group())));
            }
          };
    }
  }

  static class ThePurgeTakesSiblingsAlong extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public void removeChildren(Claim claim) {
              super.removeChildren(claim);
              tables.exclusively(
                  () -> tables.of(claim.account()).favorites.removeIf(favorite -> true));
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
            public List<Claim> claim(Instant deadline, int most) {
              return super.claim(deadline, most).stream().filter(answered::add).toList();
            }
          };
    }
  }

  static class TheMarkIsForgotten extends BrokenStore {
    {
      deletedGroups =
          new DelegatingPurge(deletedGroups) {
            @Override
            public List<Claim> claim(Instant deadline, int most) {
              return super.claim(deadline, most).stream()
                  .filter(claim -> !deletedAt(claim).isAfter(deadline))
                  .toList();
            }

            private Instant deletedAt(Claim claim) {
              return tables.exclusively(
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
            public long backlog(Instant deadline) {
              return tables.exclusively(
                  () ->
                      StreamSupport.stream(tables.all().spliterator(), false)
                          .flatMap(rows -> rows.groups.values().stream())
                          .filter(stored -> !stored.isPurging() && stored.isDue(deadline))
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
            public Removal removeGroup(Claim claim) {
              super.removeGroup(claim);
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
            public Removal removeGroup(Claim claim) {
              boolean gone =
                  tables.exclusively(
                      () -> tables.of(claim.account()).groups.remove(claim.group()) != null);
              return gone ? Removal.REMOVED : Removal.NOTHING;
            }
          };
    }
  }

  private static class DelegatingPurge implements DeletedGroups {
    private final DeletedGroups sound;

    DelegatingPurge(DeletedGroups sound) {
      this.sound = sound;
    }

    @Override
    public List<Claim> claim(Instant deadline, int most) {
      return sound.claim(deadline, most);
    }

    @Override
    public long backlog(Instant deadline) {
      return sound.backlog(deadline);
    }

    @Override
    public void removeChildren(Claim claim) {
      sound.removeChildren(claim);
    }

    @Override
    public Removal removeGroup(Claim claim) {
      return sound.removeGroup(claim);
    }
  }
}
