package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static io.kpigroups.adapter.client.Samples.KPI;
import static io.kpigroups.adapter.client.Samples.NAME;
import static io.kpigroups.adapter.client.Samples.NOW;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Map;

/** Calls of the ports that are one call of upstream each, by the way they may be made. */
record Calls(KpiGroupStorage storage, Call call) {

  /** With more time than any test takes. */
  Calls(KpiGroupStorage storage) {
    this(storage, ANN);
  }

  Map<String, Runnable> repeatable() {
    return Map.of(
        "find", () -> storage.groups().find(call, GROUP),
        "favorite", () -> storage.favorites().add(call, GROUP, NOW, AccountLimits.DEFAULT),
        "unfavorite", () -> storage.favorites().remove(call, GROUP, NOW),
        "join", () -> storage.memberships().add(call, GROUP, KPI, NOW, AccountRules.DEFAULT),
        "leave", () -> storage.memberships().remove(call, GROUP, KPI, NOW, AccountRules.DEFAULT),
        "kpi", () -> storage.kpis().find(call, KPI));
  }

  Map<String, Runnable> once() {
    RevisionMatch any = RevisionMatch.unconditional();
    return Map.of(
        "create", () -> storage.groups().create(call, GROUP, NAME, NOW, AccountLimits.DEFAULT),
        "rename", () -> storage.groups().rename(call, GROUP, NAME, NOW, any),
        "delete", () -> storage.groups().delete(call, GROUP, NOW, any));
  }
}
