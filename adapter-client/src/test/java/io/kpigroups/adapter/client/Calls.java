package io.kpigroups.adapter.client;

import static io.kpigroups.adapter.client.Samples.ANN;
import static io.kpigroups.adapter.client.Samples.GROUP;
import static io.kpigroups.adapter.client.Samples.KPI;
import static io.kpigroups.adapter.client.Samples.NAME;
import static io.kpigroups.adapter.client.Samples.NOW;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.RevisionMatch;
import java.util.Map;

/** Calls of the ports that are one call of upstream each, by the way they may be made. */
record Calls(KpiGroupStorage storage) {

  Map<String, Runnable> repeatable() {
    return Map.of(
        "find", () -> storage.groups().find(ANN, GROUP),
        "favorite", () -> storage.favorites().add(ANN, GROUP, 1),
        "unfavorite", () -> storage.favorites().remove(ANN, GROUP),
        "join", () -> storage.memberships().add(ANN, GROUP, KPI, NOW, KnownKpis.ANY, 1),
        "leave", () -> storage.memberships().remove(ANN, GROUP, KPI, KnownKpis.ANY),
        "kpi", () -> storage.kpis().find(ANN, KPI));
  }

  Map<String, Runnable> once() {
    RevisionMatch any = RevisionMatch.unconditional();
    return Map.of(
        "create", () -> storage.groups().create(ANN, NAME, NOW, 1),
        "rename", () -> storage.groups().rename(ANN, GROUP, NAME, NOW, any),
        "delete", () -> storage.groups().delete(ANN, GROUP, NOW, any));
  }
}
