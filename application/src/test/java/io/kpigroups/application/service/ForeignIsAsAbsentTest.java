package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.NAME;
import static io.kpigroups.application.service.Samples.NO_GROUP;
import static io.kpigroups.application.service.Samples.OTHER_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * That what belongs to another account costs exactly what something that is nowhere costs: the same
 * failure after the same calls of the store, so that its time tells nothing either.
 */
class ForeignIsAsAbsentTest {

  @Test
  void aForeignGroupCostsWhatAnAbsentOneCosts() {
    costsTheSame(new FakeUseCases(Samples.settings(KnownKpis.REGISTERED, false)));
    costsTheSame(new FakeUseCases(Samples.settings(KnownKpis.REGISTERED, true)));
  }

  private static void costsTheSame(FakeUseCases mine) {
    KpiGroupId foreign = mine.groupStore.given(OTHER_ACCOUNT, "f").id();
    KpiId kpi = mine.kpiStore.given(ACCOUNT, "mine").id();
    RevisionMatch unstated = RevisionMatch.unconditional();
    Map<String, Consumer<KpiGroupId>> operations =
        Map.of(
            "get", id -> mine.groups.get(MANAGER, id),
            "rename", id -> mine.groups.rename(MANAGER, id, NAME, unstated),
            "rename if", id -> mine.groups.rename(MANAGER, id, NAME, RevisionMatch.any()),
            "delete", id -> mine.groups.delete(MANAGER, id, unstated),
            "delete if", id -> mine.groups.delete(MANAGER, id, RevisionMatch.any()),
            "favorite", id -> mine.favorites.add(MANAGER, id),
            "unfavorite", id -> mine.favorites.remove(MANAGER, id),
            "add", id -> mine.membership.add(MANAGER, kpi, id),
            "remove", id -> mine.membership.remove(MANAGER, kpi, id));
    operations.forEach(
        (operation, with) ->
            assertThat(failure(mine, () -> with.accept(foreign)).replace(foreign.value(), "ID"))
                .as(operation)
                .isEqualTo(
                    failure(mine, () -> with.accept(NO_GROUP)).replace(NO_GROUP.value(), "ID")));
  }

  @Test
  void aForeignKpiCostsWhatAnAbsentOneCosts() {
    FakeUseCases mine = new FakeUseCases(Samples.SETTINGS);
    KpiId foreign = mine.kpiStore.given(OTHER_ACCOUNT, "theirs").id();
    KpiId absent = new KpiId("nobody");
    KpiGroupId group = mine.groupStore.given(ACCOUNT, "a").id();
    Map<String, Consumer<KpiId>> operations =
        Map.of(
            "get", id -> mine.register.get(MANAGER, id),
            "unregister", id -> mine.register.remove(MANAGER, id),
            "add", id -> mine.membership.add(MANAGER, id, group),
            "remove", id -> mine.membership.remove(MANAGER, id, group));
    operations.forEach(
        (operation, with) ->
            assertThat(failure(mine, () -> with.accept(foreign)).replace(foreign.value(), "ID"))
                .as(operation)
                .isEqualTo(failure(mine, () -> with.accept(absent)).replace(absent.value(), "ID")));
  }

  /** What the work fails with, after which calls of the store. */
  private static String failure(FakeUseCases useCases, Runnable work) {
    useCases.calls.clear();
    Throwable failure = catchThrowable(work::run);
    assertThat(failure).isNotNull();
    assertThat(useCases.calls).isNotEmpty();
    return failure + " after " + useCases.calls;
  }
}
