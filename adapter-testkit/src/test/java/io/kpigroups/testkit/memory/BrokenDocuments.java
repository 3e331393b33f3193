package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.store.WritersAtOnceContract;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Mistakes that authors of a store make with ids, and with what is kept together. */
final class BrokenDocuments {
  private BrokenDocuments() {}

  static class ARepeatedCreateMakesAnother extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup create(
                Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
              boolean isTaken = tables.with(by, rows -> rows.group(id).isPresent());
              return sound.create(by, isTaken ? Scene.newId(at) : id, name, at, limits);
            }
          };
    }
  }

  static class ARepeatedCreateBringsADeletedGroupBack extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup create(
                Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
              if (tables.with(by, rows -> rows.deletion(id)).isPresent()) {
                tables.with(by, rows -> Optional.ofNullable(rows.groups.remove(id)));
              }
              return sound.create(by, id, name, at, limits);
            }
          };
    }
  }

  static class ACreateTakesTheIdOfAnother extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup create(
                Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
              tables.with(by, rows -> Optional.ofNullable(rows.groups.remove(id)));
              return sound.create(by, id, name, at, limits);
            }
          };
    }
  }

  static class ARenameWritesTheDocumentWithoutItsMembers extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup rename(
                Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
              tables.with(by, rows -> Optional.ofNullable(rows.members.remove(id)));
              return sound.rename(by, id, name, at, expected);
            }
          };
    }
  }

  static class ARenameKeepsTheRevision extends BrokenStore {
    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup rename(
                Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
              Optional<ViewedGroup> before = sound.find(by, id);
              ViewedGroup renamed = sound.rename(by, id, name, at, expected);
              KpiGroup now = renamed.group();
              KpiGroup kept =
                  new KpiGroup(
                      now.account(),
                      id,
                      now.name(),
                      now.created(),
                      now.modified(),
                      before.orElseThrow().group().revision(),
                      now.life());
              tables.with(by, rows -> Optional.ofNullable(rows.groups.put(id, kept)));
              return new ViewedGroup(kept, renamed.favorite());
            }
          };
    }
  }

  /** Puts the document back as it was looked at, with its new member. */
  static class AMemberBringsADeletedGroupBack extends BrokenStore {
    private final Gate everybodyHasLooked = new Gate(2);

    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
              everybodyHasLooked.await();
              sound.delete(by, id, at, expected);
              everybodyHasLooked.await();
            }
          };
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
              if (!kpi.equals(WritersAtOnceContract.NEW)) {
                sound.add(by, id, kpi, at, rules);
                return;
              }
              KpiGroup seen = tables.with(by, rows -> rows.group(id).orElseThrow());
              everybodyHasLooked.await();
              everybodyHasLooked.await();
              tables.with(by, rows -> Optional.ofNullable(rows.groups.put(id, seen)));
            }
          };
    }
  }

  /** Puts the members back as they were looked at, with the new name. */
  static class ARenameUndoesWhatOthersDoToMembers extends BrokenStore {
    private final Gate everybodyHasLooked = new Gate(2);

    {
      groups =
          new DelegatingGroups(groups) {
            @Override
            public ViewedGroup rename(
                Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
              var seen = tables.with(by, rows -> Map.copyOf(rows.membersOf(id)));
              everybodyHasLooked.await();
              everybodyHasLooked.await();
              tables.with(
                  by, rows -> Optional.ofNullable(rows.members.put(id, new HashMap<>(seen))));
              return sound.rename(by, id, name, at, expected);
            }
          };
      memberships =
          new DelegatingMemberships(memberships) {
            @Override
            public void add(Call by, KpiGroupId id, KpiId kpi, Instant at, AccountRules rules) {
              boolean races = kpi.equals(WritersAtOnceContract.NEW);
              if (races) {
                everybodyHasLooked.await();
              }
              sound.add(by, id, kpi, at, rules);
              if (races) {
                everybodyHasLooked.await();
              }
            }
          };
    }
  }
}
