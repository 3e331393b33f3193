package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.time.Instant;
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
                Call by, KpiGroupId id, KpiGroupName name, Instant at, AccountLimits limits) {
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
                Call by, KpiGroupId id, KpiGroupName name, Instant at, AccountLimits limits) {
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
                Call by, KpiGroupId id, KpiGroupName name, Instant at, AccountLimits limits) {
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
                Call by, KpiGroupId id, KpiGroupName name, Instant at, RevisionMatch expected) {
              tables.with(by, rows -> Optional.ofNullable(rows.members.remove(id)));
              return sound.rename(by, id, name, at, expected);
            }
          };
    }
  }
}
