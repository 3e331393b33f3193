package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kpigroups.application.FavoriteService;
import io.kpigroups.application.KpiGroupService;
import io.kpigroups.application.KpiRegisterService;
import io.kpigroups.application.MembershipService;
import io.kpigroups.application.Settings;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.KpiGroupId;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.RevisionMatch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * That what belongs to another account costs exactly what something that is nowhere costs: the same
 * failure after the same calls of the store, so that its time tells nothing either.
 */
class ForeignIsAsAbsentTest {
  private final Services mine = Services.standard();
  private final List<String> calls = new ArrayList<>();
  private final KpiGroupService groups =
      new KpiGroupService(
          counted(GroupStore.class, mine.storage.groups()), Settings.DEFAULT, mine.clock);
  private final FavoriteService favorites =
      new FavoriteService(counted(FavoriteStore.class, mine.storage.favorites()), Settings.DEFAULT);
  private final MembershipService membership =
      new MembershipService(
          counted(MembershipStore.class, mine.storage.memberships()), Settings.DEFAULT, mine.clock);
  private final KpiRegisterService register =
      new KpiRegisterService(counted(KpiStore.class, mine.storage.kpis()), Settings.DEFAULT);

  @Test
  void aForeignGroupCostsWhatAnAbsentOneCosts() {
    KpiGroupId foreign = inAnotherAccount().group("Theirs").id();
    KpiGroupId absent = new KpiGroupId("0123456789abcdef01234567");
    KpiId kpi = mine.kpi("mine");
    KpiGroupName name = new KpiGroupName("Mine");
    RevisionMatch any = RevisionMatch.unconditional();
    Map<String, Consumer<KpiGroupId>> operations =
        Map.of(
            "get", id -> groups.get(mine.manager, id),
            "rename", id -> groups.rename(mine.manager, id, name, any),
            "rename if", id -> groups.rename(mine.manager, id, name, RevisionMatch.any()),
            "delete", id -> groups.delete(mine.manager, id, any),
            "favorite", id -> favorites.add(mine.manager, id),
            "unfavorite", id -> favorites.remove(mine.manager, id),
            "add", id -> membership.add(mine.manager, kpi, id),
            "remove", id -> membership.remove(mine.manager, kpi, id));
    operations.forEach(
        (operation, with) ->
            assertThat(failure(() -> with.accept(foreign)).replace(foreign.value(), "ID"))
                .as(operation)
                .isEqualTo(failure(() -> with.accept(absent)).replace(absent.value(), "ID")));
  }

  @Test
  void aForeignKpiCostsWhatAnAbsentOneCosts() {
    KpiId foreign = inAnotherAccount().kpi("theirs");
    KpiId absent = new KpiId("nobody");
    KpiGroupId group = mine.group("Mine").id();
    Map<String, Consumer<KpiId>> operations =
        Map.of(
            "get", id -> register.get(mine.manager, id),
            "unregister", id -> register.remove(mine.manager, id),
            "add", id -> membership.add(mine.manager, id, group),
            "remove", id -> membership.remove(mine.manager, id, group));
    operations.forEach(
        (operation, with) ->
            assertThat(failure(() -> with.accept(foreign)).replace(foreign.value(), "ID"))
                .as(operation)
                .isEqualTo(failure(() -> with.accept(absent)).replace(absent.value(), "ID")));
  }

  /** Somebody else's use cases over the same store. */
  private Services inAnotherAccount() {
    return new Services(Settings.DEFAULT, mine.storage);
  }

  /** What the work fails with, after which calls of the store. */
  private String failure(Runnable work) {
    calls.clear();
    Throwable failure = catchThrowable(work::run);
    assertThat(failure).isNotNull();
    assertThat(calls).isNotEmpty();
    return failure + " after " + calls;
  }

  private <T> T counted(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
