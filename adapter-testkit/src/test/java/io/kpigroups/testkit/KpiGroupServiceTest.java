package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.GroupField;
import io.kpigroups.domain.GroupNotFound;
import io.kpigroups.domain.GroupQuery;
import io.kpigroups.domain.KnownKpis;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiGroupName;
import io.kpigroups.domain.LimitReached;
import io.kpigroups.domain.Order;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.RevisionMatch;
import io.kpigroups.domain.RevisionRequired;
import io.kpigroups.domain.StaleRevision;
import io.kpigroups.domain.Stamp;
import io.kpigroups.domain.ViewedGroup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KpiGroupServiceTest {
  private static final KpiGroupName NEW_NAME = new KpiGroupName("Revenue");

  private final Services services = Services.standard();
  private final Services strict = new Services(Services.small(2, KnownKpis.REGISTERED, true));

  @Test
  void aGroupIsStampedWithTheTimeOfTheClock() {
    KpiGroup group = services.group("Sales");
    services.clock.advance(Duration.ofHours(1));

    KpiGroup renamed = rename(services, group, RevisionMatch.unconditional());

    Stamp created = new Stamp(services.manager.user(), Scene.NOON);
    Stamp modified = new Stamp(services.manager.user(), Scene.NOON.plus(Duration.ofHours(1)));
    assertThat(renamed.created()).isEqualTo(created);
    assertThat(renamed.modified()).isEqualTo(modified);
  }

  @Test
  void aGroupThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> services.groups.get(services.manager, Scene.unusedId()))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  void aDeletedGroupIsNotFound() {
    KpiGroup group = services.group("Sales");

    services.groups.delete(services.manager, group.id(), RevisionMatch.unconditional());

    assertThatThrownBy(() -> services.groups.get(services.manager, group.id()))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  void aStaleRevisionIsToldAndChangesNothing() {
    KpiGroup group = services.group("Sales");
    KpiGroup renamed = rename(services, group, Scene.in(group));

    assertThatThrownBy(() -> services.groups.delete(services.manager, group.id(), Scene.in(group)))
        .isInstanceOf(StaleRevision.class);
    assertThat(services.groups.get(services.manager, group.id()).group()).isEqualTo(renamed);
  }

  @Test
  void aPageIsCutToTheMaximumAndSaysSo() {
    strict.group("C");
    strict.group("B");
    strict.group("A");
    List<Order<GroupField>> byName = List.of(Order.ascending(GroupField.NAME));

    Page<ViewedGroup> page =
        strict.groups.list(strict.manager, new GroupQuery(byName, new PageRange(1, 100)));

    assertThat(page.items())
        .extracting(viewed -> viewed.group().name().value())
        .containsExactly("B", "C");
    assertThat(page.range()).isEqualTo(new PageRange(1, 2));
    assertThat(page.totalCount()).isEqualTo(3);
  }

  @Test
  void aPageBelowTheMaximumStaysAsItIs() {
    strict.group("A");
    strict.group("B");

    Page<ViewedGroup> page = strict.groups.list(strict.manager, GroupQuery.of(PageRange.first(1)));

    assertThat(page.items()).hasSize(1);
    assertThat(page.range()).isEqualTo(PageRange.first(1));
  }

  @Test
  void anAccountHasNoMoreGroupsThanTheSettingsAllow() {
    for (String name : List.of("A", "B", "C")) {
      strict.group(name);
    }

    assertThatThrownBy(() -> strict.group("D")).isInstanceOf(LimitReached.class);
  }

  @Test
  void whereARevisionIsRequiredItMustBeStated() {
    KpiGroup group = strict.group("Sales");

    assertThatThrownBy(() -> rename(strict, group, RevisionMatch.unconditional()))
        .isInstanceOf(RevisionRequired.class);
    assertThatThrownBy(
            () -> strict.groups.delete(strict.manager, group.id(), RevisionMatch.unconditional()))
        .isInstanceOf(RevisionRequired.class);
    assertThat(strict.groups.get(strict.manager, group.id()).group()).isEqualTo(group);
  }

  @Test
  void whereARevisionIsRequiredAnyStatementWillDo() {
    KpiGroup group = strict.group("Sales");

    KpiGroup renamed = rename(strict, group, Scene.in(group));
    strict.groups.delete(strict.manager, group.id(), RevisionMatch.any());

    assertThat(renamed.name()).isEqualTo(NEW_NAME);
    assertThatThrownBy(() -> strict.groups.get(strict.manager, group.id()))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  void anAbsentGroupIsToldBeforeAMissingRevision() {
    KpiGroup foreign = new Services(Services.small(2, KnownKpis.ANY, true)).group("Foreign");

    assertThatThrownBy(() -> rename(strict, foreign, RevisionMatch.unconditional()))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(
            () -> strict.groups.delete(strict.manager, foreign.id(), RevisionMatch.unconditional()))
        .isInstanceOf(GroupNotFound.class);
  }

  private static KpiGroup rename(Services services, KpiGroup group, RevisionMatch expected) {
    return services.groups.rename(services.manager, group.id(), NEW_NAME, expected).group();
  }
}
