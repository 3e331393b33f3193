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
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.value.RevisionMatch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every method of the in-ports, with and without its permission. */
class PermissionRulesTest {
  private static final List<Class<?>> PORTS =
      List.of(KpiGroups.class, GroupMembership.class, GroupFavorites.class, KpiRegister.class);

  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);
  private final Map<Class<?>, Object> services =
      Map.of(
          KpiGroups.class, useCases.groups,
          GroupMembership.class, useCases.membership,
          GroupFavorites.class, useCases.favorites,
          KpiRegister.class, useCases.register);

  @ParameterizedTest
  @EnumSource
  void onlyFavoritesNeedNoPermissionAndOnlyLookingNeedsLessThanManaging(Operation operation) {
    String name = operation.name();
    boolean watches = name.contains("FAVORITE_");
    boolean looks = name.startsWith("LIST_") || name.startsWith("GET_");

    assertThat(operation.needed()).isEqualTo(needed(watches, looks));
  }

  @ParameterizedTest
  @MethodSource("useCases")
  void whoHasJustThePermissionMay(Method useCase) throws Exception {
    perform(useCase, needed(useCase).map(PermissionRulesTest::havingJust).orElse(GUEST));

    assertThat(useCases.calls).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("useCases")
  void whoManagesMayEverything(Method useCase) throws Exception {
    perform(useCase, MANAGER);

    assertThat(useCases.calls).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whoLacksThePermissionIsToldSoAndNoStoreIsAsked(Method useCase) {
    Permission needed = needed(useCase).orElseThrow();

    assertThatThrownBy(() -> perform(useCase, needed == Permission.MANAGE ? READER : GUEST))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining(needed == Permission.READ ? "read" : "manage");

    assertThat(useCases.calls).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void whoNamesNoAccountIsToldSoAndNoStoreIsAsked(Method useCase) {
    Call nowhere = new Call(Actor.delegated(Optional.empty()), MANAGER.deadline());

    assertThatThrownBy(() -> perform(useCase, nowhere)).isInstanceOf(InvalidInput.class);

    assertThat(useCases.calls).isEmpty();
  }

  @Test
  void aPermissionIsCheckedBeforeAMissingRevision() {
    FakeUseCases strict = new FakeUseCases(Samples.settings(KnownKpis.REGISTERED, true));
    RevisionMatch unstated = RevisionMatch.unconditional();

    assertThatThrownBy(() -> strict.groups.rename(READER, NO_GROUP, NEW_NAME, unstated))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> strict.groups.delete(READER, NO_GROUP, unstated))
        .isInstanceOf(NotPermitted.class);
    assertThat(strict.calls).isEmpty();
  }

  static List<Method> useCases() {
    return PORTS.stream().flatMap(port -> Arrays.stream(port.getMethods())).toList();
  }

  static List<Method> guarded() {
    return useCases().stream().filter(useCase -> needed(useCase).isPresent()).toList();
  }

  private static Optional<Permission> needed(Method useCase) {
    return needed(
        useCase.getDeclaringClass() == GroupFavorites.class,
        useCase.getName().startsWith("list") || useCase.getName().startsWith("get"));
  }

  private static Optional<Permission> needed(boolean watches, boolean looks) {
    Permission permission = looks ? Permission.READ : Permission.MANAGE;
    return watches ? Optional.empty() : Optional.of(permission);
  }

  private static Call havingJust(Permission permission) {
    return permission == Permission.MANAGE ? MANAGER : READER;
  }

  /** Performs the use case on a group and a KPI that are there. */
  private void perform(Method useCase, Call actor) throws Exception {
    Arguments arguments =
        new Arguments(
            actor,
            useCases.groupStore.given(ACCOUNT, "a").id(),
            useCases.kpiStore.given(ACCOUNT, "k1").id());
    try {
      useCase.invoke(services.get(useCase.getDeclaringClass()), arguments.of(useCase));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
    }
  }
}
