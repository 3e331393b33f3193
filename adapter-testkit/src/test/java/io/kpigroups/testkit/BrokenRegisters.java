package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;

/** Mistakes that authors of a store make with the register. */
final class BrokenRegisters {
  private BrokenRegisters() {}

  static class EveryEntryIsNew extends BrokenStore {
    {
      registry =
          new DelegatingRegistry(registry) {
            @Override
            public Entry put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
              sound.put(by, kpi, expected, limits);
              return Entry.NEW;
            }
          };
    }
  }

  static class TheRegisterHasNoLimit extends BrokenStore {
    {
      registry =
          new DelegatingRegistry(registry) {
            @Override
            public Entry put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
              return sound.put(by, kpi, expected, AccountLimits.DEFAULT);
            }
          };
    }
  }
}
