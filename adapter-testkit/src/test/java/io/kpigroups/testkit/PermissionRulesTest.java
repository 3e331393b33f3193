package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.NotPermitted;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.ViewedGroup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every operation, with and without its permission. */
class PermissionRulesTest {
  private static final PageRange RANGE = PageRange.first(10);

  private final Services services = Services.standard();
  private final KpiGroup group = services.group("Sales");
  private final KpiId member = services.kpi("member");
  private final KpiId candidate = services.kpi("candidate");
  private final Map<Operation, Consumer<Actor>> calls = calls();

  PermissionRulesTest() {
    services.membership.add(services.manager, member, group.id());
  }

  @Test
  void onlyFavoritesNeedNoPermissionAndOnlyLookingNeedsLessThanManaging() {
    assertThat(needing(null)).containsExactly(Operation.FAVORITE_GROUP, Operation.UNFAVORITE_GROUP);
    assertThat(needing(Permission.READ))
        .containsExactly(
            Operation.LIST_GROUPS, Operation.GET_GROUP, Operation.LIST_KPIS, Operation.GET_KPI);
    assertThat(needing(Permission.MANAGE))
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
    Actor permitted = operation.needed().map(services::actor).orElseGet(services::actor);

    assertThatCode(() -> perform(operation, permitted)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void whoManagesMayEverything(Operation operation) {
    assertThatCode(() -> perform(operation, services.manager)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whoLacksThePermissionIsToldSoAndChangesNothing(Operation operation) {
    Permission needed = operation.needed().orElseThrow();
    long rows = services.storage.storedRows(services.account);
    Actor lacking =
        needed == Permission.MANAGE ? services.actor(Permission.READ) : services.actor();

    assertThatThrownBy(() -> perform(operation, lacking))
        .asInstanceOf(InstanceOfAssertFactories.type(NotPermitted.class))
        .extracting(NotPermitted::missing)
        .isEqualTo(needed);

    assertThat(services.storage.storedRows(services.account)).isEqualTo(rows);
    assertThat(services.groups.get(services.manager, group.id()))
        .isEqualTo(new ViewedGroup(group, false));
    assertThat(services.register.get(services.manager, candidate).name())
        .isEqualTo(new KpiName("KPI candidate"));
  }

  @Test
  void aPermissionIsCheckedBeforeAnythingIsLookedFor() {
    Actor reader = services.actor(Permission.READ);
    KpiGroupName name = new KpiGroupName("Revenue");

    assertThatThrownBy(
            () -> services.groups.rename(reader, Scene.unusedId(), name, RevisionMatch.any()))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> services.groups.get(services.actor(), Scene.unusedId()))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> services.register.remove(reader, new KpiId("unknown")))
        .isInstanceOf(NotPermitted.class);
  }

  static List<Operation> guarded() {
    return Arrays.stream(Operation.values()).filter(o -> o.needed().isPresent()).toList();
  }

  private static List<Operation> needing(Permission permission) {
    return Arrays.stream(Operation.values())
        .filter(operation -> operation.needed().orElse(null) == permission)
        .toList();
  }

  private void perform(Operation operation, Actor actor) {
    assertThat(calls).containsKey(operation);
    calls.get(operation).accept(actor);
  }

  private Map<Operation, Consumer<Actor>> calls() {
    Map<Operation, Consumer<Actor>> all = new EnumMap<>(Operation.class);
    KpiGroupName name = new KpiGroupName("Revenue");
    RevisionMatch any = RevisionMatch.any();
    all.put(Operation.LIST_GROUPS, a -> services.groups.list(a, GroupQuery.of(RANGE)));
    all.put(Operation.GET_GROUP, a -> services.groups.get(a, group.id()));
    all.put(Operation.CREATE_GROUP, a -> services.groups.create(a, name));
    all.put(Operation.RENAME_GROUP, a -> services.groups.rename(a, group.id(), name, any));
    all.put(Operation.DELETE_GROUP, a -> services.groups.delete(a, group.id(), any));
    all.put(Operation.FAVORITE_GROUP, a -> services.favorites.add(a, group.id()));
    all.put(Operation.UNFAVORITE_GROUP, a -> services.favorites.remove(a, group.id()));
    all.put(Operation.ADD_KPI_TO_GROUP, a -> services.membership.add(a, candidate, group.id()));
    all.put(
        Operation.REMOVE_KPI_FROM_GROUP, a -> services.membership.remove(a, member, group.id()));
    all.put(Operation.LIST_KPIS, a -> services.register.list(a, KpiQuery.of(RANGE)));
    all.put(Operation.GET_KPI, a -> services.register.get(a, member));
    all.put(
        Operation.REGISTER_KPI,
        a -> services.register.put(a, candidate, new KpiName("Changed"), List.of()));
    all.put(Operation.UNREGISTER_KPI, a -> services.register.remove(a, candidate));
    return all;
  }
}
