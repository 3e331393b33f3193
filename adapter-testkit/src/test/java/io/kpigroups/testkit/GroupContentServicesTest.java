package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.in.KpiRegister.Registration;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Members, favorites and the register, as the settings have them. */
class GroupContentServicesTest {
  private final Services services = new Services(Services.small(2, KnownKpis.REGISTERED, false));
  private final Actor manager = services.manager;

  @Test
  void aGroupHasNoMoreKpisThanTheSettingsAllow() {
    KpiGroup group = services.group("Sales");
    services.membership.add(manager, services.kpi("k1"), group.id());
    services.membership.add(manager, services.kpi("k2"), group.id());
    KpiId third = services.kpi("k3");

    assertThatThrownBy(() -> services.membership.add(manager, third, group.id()))
        .isInstanceOf(LimitReached.class);
    assertThatCode(() -> services.membership.add(manager, new KpiId("k1"), group.id()))
        .doesNotThrowAnyException();
  }

  @Test
  void aKpiMustBeRegisteredWhereTheSettingsSaySo() {
    KpiGroup group = services.group("Sales");
    KpiId unknown = new KpiId("unknown");

    assertThatThrownBy(() -> services.membership.add(manager, unknown, group.id()))
        .isInstanceOf(KpiNotFound.class);
    assertThatThrownBy(() -> services.membership.remove(manager, unknown, group.id()))
        .isInstanceOf(KpiNotFound.class);
  }

  @Test
  void everyKpiMayJoinAndLeaveWhereTheSettingsSaySo() {
    Services open = new Services(Services.small(2, KnownKpis.ANY, false));
    KpiGroup group = open.group("Sales");
    KpiId kpi = new KpiId("unknown");
    long before = open.storage.storedRows(open.account);

    open.membership.add(open.manager, kpi, group.id());
    assertThat(open.storage.storedRows(open.account)).isEqualTo(before + 1);
    open.membership.remove(open.manager, kpi, group.id());
    open.membership.remove(open.manager, kpi, group.id());
    assertThat(open.storage.storedRows(open.account)).isEqualTo(before);
  }

  @Test
  void membersOfAnAbsentGroupAreNotFound() {
    KpiId kpi = services.kpi("k1");

    assertThatThrownBy(() -> services.membership.add(manager, kpi, Scene.unusedId()))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> services.membership.remove(manager, kpi, Scene.unusedId()))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  void aUserHasNoMoreFavoritesThanTheSettingsAllow() {
    KpiGroup one = services.group("One");
    KpiGroup two = services.group("Two");
    Actor guest = Actor.of(services.account, new UserId("guest"), Set.of());
    services.favorites.add(guest, one.id());

    assertThatThrownBy(() -> services.favorites.add(guest, two.id()))
        .isInstanceOf(LimitReached.class);
    services.favorites.remove(guest, one.id());
    assertThatCode(() -> services.favorites.add(guest, two.id())).doesNotThrowAnyException();
  }

  @Test
  void aFavoriteShowsToItsUserOnly() {
    KpiGroup group = services.group("Sales");
    Actor guest = Actor.of(services.account, new UserId("guest"), Set.of(Permission.READ));

    services.favorites.add(guest, group.id());

    assertThat(services.groups.get(guest, group.id()).favorite()).isTrue();
    assertThat(services.groups.get(manager, group.id()).favorite()).isFalse();
  }

  @Test
  void aRegistrationTellsWhetherItIsNew() {
    KpiId id = new KpiId("k1");
    List<UserId> owners = List.of(new UserId("ann"));

    Registration first = services.register.put(manager, id, new KpiName("Revenue"), owners);
    Registration second = services.register.put(manager, id, new KpiName("Sales"), List.of());

    Kpi expected = new Kpi(services.account, id, new KpiName("Sales"), List.of());
    assertThat(first.isNew()).isTrue();
    assertThat(first.kpi().owners()).isEqualTo(owners);
    assertThat(second).isEqualTo(new Registration(expected, false));
    assertThat(services.register.get(manager, id)).isEqualTo(expected);
  }

  @Test
  void aKpiThatIsNotRegisteredIsNotFound() {
    KpiId id = services.kpi("k1");
    services.register.remove(manager, id);

    assertThatThrownBy(() -> services.register.get(manager, id)).isInstanceOf(KpiNotFound.class);
    assertThatThrownBy(() -> services.register.remove(manager, id)).isInstanceOf(KpiNotFound.class);
  }

  @Test
  void aPageOfTheRegisterIsCutToTheMaximumAndSaysSo() {
    for (String id : List.of("k1", "k2", "k3")) {
      services.kpi(id);
    }

    Page<Kpi> page = services.register.list(manager, KpiQuery.of(PageRange.first(100)));

    assertThat(page.items()).hasSize(2);
    assertThat(page.range()).isEqualTo(PageRange.first(2));
    assertThat(page.totalCount()).isEqualTo(3);
  }
}
