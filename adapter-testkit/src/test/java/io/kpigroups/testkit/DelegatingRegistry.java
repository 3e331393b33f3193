package io.kpigroups.testkit;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.domain.AccountLimits;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiCondition;
import io.kpigroups.domain.KpiId;

/** A sound register, of which a subclass breaks one method. */
class DelegatingRegistry implements KpiRegistry {
  final KpiRegistry sound;

  DelegatingRegistry(KpiRegistry sound) {
    this.sound = sound;
  }

  @Override
  public Entry put(Call by, Kpi kpi, KpiCondition expected, AccountLimits limits) {
    return sound.put(by, kpi, expected, limits);
  }

  @Override
  public void remove(Call by, KpiId id, KpiCondition expected) {
    sound.remove(by, id, expected);
  }
}
