package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.GUEST;
import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.NEW_NAME;
import static io.kpigroups.application.service.Samples.NO_GROUP;
import static io.kpigroups.application.service.Samples.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every operation, with and without its permission. */
class PermissionRulesTest {
  private static final PageRange RANGE = PageRange.first(10);

  private final UseCases useCases = new UseCases(Samples.SETTINGS);

  @Test
  void onlyFavoritesNeedNoPermissionAndOnlyLookingNeedsLessThanManaging() {
    assertThat(needing(Optional.empty()))
        .containsExactly(Operation.FAVORITE_GROUP, Operation.UNFAVORITE_GROUP);
    assertThat(needing(Optional.of(Permission.READ)))
        .containsExactly(
            Operation.LIST_GROUPS, Operation.GET_GROUP, Operation.LIST_KPIS, Operation.GET_KPI);
    assertThat(needing(Optional.of(Permission.MANAGE)))
        .containsExactly(
            Operation.CREATE_GROUP,
            Operation.RENAME_GROUP,
            Operation.DELETE_GROUP,
            Operation.ADD_KPI_TO_GROUP,
            Operation.REMOVE_KPI_FROM_GROUP,
            Operation.REGISTER_KPI,
            Operation.UNREGISTER_KPI);
  }

  @ParameterizedTest
  @EnumSource
  void whoHasJustThePermissionMay(Operation operation) {
    perform(operation, havingJust(operation.needed()));

    assertThat(useCases.calls).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whoManagesMayEverything(Operation operation) {
    perform(operation, MANAGER);

    assertThat(useCases.calls).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whoLacksThePermissionIsToldSoAndNoStoreIsAsked(Operation operation) {
    Permission needed = operation.needed().orElseThrow();

    assertThatThrownBy(() -> perform(operation, lacking(needed)))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining(needed == Permission.READ ? "read" : "manage");

    assertThat(useCases.calls).isEmpty();
  }

  @Test
  void aPermissionIsCheckedBeforeAMissingRevision() {
    UseCases strict = new UseCases(Samples.settings(KnownKpis.REGISTERED, true));
    RevisionMatch unstated = RevisionMatch.unconditional();

    assertThatThrownBy(() -> strict.groups.rename(READER, NO_GROUP, NEW_NAME, unstated))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> strict.groups.delete(READER, NO_GROUP, unstated))
        .isInstanceOf(NotPermitted.class);
    assertThat(strict.calls).isEmpty();
  }

  static List<Operation> guarded() {
    return Arrays.stream(Operation.values()).filter(o -> o.needed().isPresent()).toList();
  }

  private static List<Operation> needing(Optional<Permission> permission) {
    return Arrays.stream(Operation.values()).filter(o -> o.needed().equals(permission)).toList();
  }

  private static Call havingJust(Optional<Permission> permission) {
    return permission.map(p -> p == Permission.MANAGE ? MANAGER : READER).orElse(GUEST);
  }

  private static Call lacking(Permission permission) {
    return permission == Permission.MANAGE ? READER : GUEST;
  }

  /** Performs the operation on a group and a KPI that are there. */
  private void perform(Operation operation, Call actor) {
    KpiGroupId group = useCases.groupStore.given(ACCOUNT, "a").id();
    KpiId kpi = useCases.kpiStore.given(ACCOUNT, "k1").id();
    Map<Operation, Consumer<Call>> calls = calls(group, kpi);
    assertThat(calls).containsOnlyKeys(Operation.values());
    calls.get(operation).accept(actor);
  }

  private Map<Operation, Consumer<Call>> calls(KpiGroupId group, KpiId kpi) {
    Map<Operation, Consumer<Call>> all = new EnumMap<>(Operation.class);
    RevisionMatch any = RevisionMatch.any();
    Name name = new Name("Changed");
    all.put(Operation.LIST_GROUPS, a -> useCases.groups.list(a, ListQuery.groups(RANGE)));
    all.put(Operation.GET_GROUP, a -> useCases.groups.get(a, group));
    all.put(Operation.CREATE_GROUP, a -> useCases.groups.create(a, NEW_NAME));
    all.put(Operation.RENAME_GROUP, a -> useCases.groups.rename(a, group, NEW_NAME, any));
    all.put(Operation.DELETE_GROUP, a -> useCases.groups.delete(a, group, any));
    all.put(Operation.FAVORITE_GROUP, a -> useCases.favorites.add(a, group));
    all.put(Operation.UNFAVORITE_GROUP, a -> useCases.favorites.remove(a, group));
    all.put(Operation.ADD_KPI_TO_GROUP, a -> useCases.membership.add(a, kpi, group));
    all.put(Operation.REMOVE_KPI_FROM_GROUP, a -> useCases.membership.remove(a, kpi, group));
    all.put(Operation.LIST_KPIS, a -> useCases.register.list(a, ListQuery.kpis(RANGE)));
    all.put(Operation.GET_KPI, a -> useCases.register.get(a, kpi));
    all.put(Operation.REGISTER_KPI, a -> useCases.register.put(a, kpi, name, List.of()));
    all.put(Operation.UNREGISTER_KPI, a -> useCases.register.remove(a, kpi));
    return all;
  }
}
