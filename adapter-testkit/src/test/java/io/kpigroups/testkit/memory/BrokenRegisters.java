package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;

/** Mistakes that authors of a store make with the register. */
final class BrokenRegisters {
  private BrokenRegisters() {}

  static class EveryEntryIsNew extends BrokenStore {
    {
      registry =
          new DelegatingRegistry(registry) {
            @Override
            public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
              sound.put(by, kpi, expected, limits);
              return Effect.NEW;
            }
          };
    }
  }

  static class TheRegisterHasNoLimit extends BrokenStore {
    {
      registry =
          new DelegatingRegistry(registry) {
            @Override
            public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
              return sound.put(by, kpi, expected, AccountLimits.DEFAULT);
            }
          };
    }
  }
}
