package io.kpigroups.testkit.memory;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;

/** A sound register, of which a subclass breaks one method. */
class DelegatingRegistry implements KpiRegistry {
  final KpiRegistry sound;

  DelegatingRegistry(KpiRegistry sound) {
    this.sound = sound;
  }

  @Override
  public Effect put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    return sound.put(by, kpi, expected, limits);
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    sound.remove(by, id, expected);
  }
}
