package io.kpigroups.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.service.Settings;
import io.kpigroups.application.service.UseCases;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody has decided what an actor may do that another system checks, if that is not asked. */
class DelegatedActorTest {
  private static final AccountId ACME = new AccountId("acme");
  private static final Call ANN = by(Actor.of(ACME, new UserId("ann"), Set.of(Permission.MANAGE)));
  private static final KpiId KPI = new KpiId("revenue");
  private static final Name NAME = new Name("Sales");
  private static final RevisionMatch ANY = RevisionMatch.any();
  private static final PageRange FIRST = PageRange.first(5);

  @TempDir Path folder;

  private static Call by(Actor actor) {
    return new Call(actor, Deadline.in(Duration.ofMinutes(5)));
  }

  @Test
  void aStoreOfOurOwnAnswersAndChangesNothing() {
    try (SqliteStorage storage = SqliteStorage.open(folder, Duration.ofSeconds(5))) {
      UseCases useCases =
          UseCases.of(storage, Settings.DEFAULT, Clock.systemUTC(), new SecureRandom());
      useCases.register().put(ANN, KPI, NAME, List.of());
      KpiGroupId group = useCases.groups().create(ANN, NAME).group().id();
      Call call = by(Actor.delegated(Optional.of(ACME)));

      operations(useCases, group)
          .forEach(
              (name, operation) ->
                  assertThatThrownBy(() -> operation.accept(call))
                      .as(name)
                      .isInstanceOf(NotPermitted.class)
                      .hasMessageContaining("another system"));

      assertThat(useCases.groups().list(ANN, ListQuery.groups(FIRST)).items())
          .containsExactly(useCases.groups().get(ANN, group));
      assertThat(useCases.membership().list(ANN, group, ListQuery.members(FIRST)).items())
          .isEmpty();
      assertThat(useCases.register().list(ANN, ListQuery.kpis(FIRST)).items()).hasSize(1);
    }
  }

  private static Map<String, Consumer<Call>> operations(UseCases useCases, KpiGroupId id) {
    KpiBatch batch = KpiBatch.adding(KPI);
    Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("key"));
    return Map.ofEntries(
        Map.entry("list", call -> useCases.groups().list(call, ListQuery.groups(FIRST))),
        Map.entry(
            "list of a KPI",
            call ->
                useCases.groups().listOf(call, KPI, GroupSelection.LIVE, ListQuery.groups(FIRST))),
        Map.entry("get", call -> useCases.groups().get(call, id)),
        Map.entry("create", call -> useCases.groups().create(call, NAME)),
        Map.entry("create with a key", call -> useCases.groups().create(call, NAME, key)),
        Map.entry("rename", call -> useCases.groups().rename(call, id, NAME, ANY)),
        Map.entry("delete", call -> useCases.groups().delete(call, id, ANY)),
        Map.entry("restore", call -> useCases.groups().restore(call, id)),
        Map.entry("favorite", call -> useCases.favorites().add(call, id)),
        Map.entry("unfavorite", call -> useCases.favorites().remove(call, id)),
        Map.entry(
            "members", call -> useCases.membership().list(call, id, ListQuery.members(FIRST))),
        Map.entry("batch", call -> useCases.membership().change(call, id, batch)),
        Map.entry("put in", call -> useCases.membership().add(call, KPI, id)),
        Map.entry("take out", call -> useCases.membership().remove(call, KPI, id)),
        Map.entry("KPIs", call -> useCases.register().list(call, ListQuery.kpis(FIRST))),
        Map.entry(
            "own KPIs",
            call ->
                useCases.register().list(call, KpiFilter.of(Owner.CALLER), ListQuery.kpis(FIRST))),
        Map.entry("get a KPI", call -> useCases.register().get(call, KPI)),
        Map.entry("register", call -> useCases.register().put(call, KPI, NAME, List.of())),
        Map.entry("unregister", call -> useCases.register().remove(call, KPI)));
  }
}
