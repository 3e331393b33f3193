package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.ACCOUNT;
import static io.kpigroups.application.service.Samples.MANAGER;
import static io.kpigroups.application.service.Samples.NAME;
import static io.kpigroups.application.service.Samples.NEW_NAME;
import static io.kpigroups.application.service.Samples.NOON;
import static io.kpigroups.application.service.Samples.NO_GROUP;
import static io.kpigroups.application.service.Samples.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KpiGroupServiceTest {
  private static final RevisionMatch UNSTATED = RevisionMatch.unconditional();

  private final FakeUseCases useCases = new FakeUseCases(Samples.SETTINGS);
  private final KpiGroup group = useCases.groupStore.given(ACCOUNT, "a");
  private final FakeUseCases strict =
      new FakeUseCases(Samples.settings(KnownKpis.REGISTERED, true));
  private final KpiGroup strictGroup = strict.groupStore.given(ACCOUNT, "b");

  @Test
  void aNewGroupIsStampedWithTheTimeOfTheClockAndHeldToTheLimitOfTheSettings() {
    ViewedGroup made = useCases.groups.create(MANAGER, NAME);

    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of(
                "create", MANAGER, Samples.NEW_ID, NAME, NOON, Samples.SETTINGS.limits()));
    assertThat(made.group().id()).isEqualTo(Samples.NEW_ID);
    assertThat(made.group().created()).isEqualTo(new Stamp(MANAGER.user(), NOON));
  }

  @Test
  void aGroupIsAnsweredAsTheStoreHasIt() {
    assertThat(useCases.groups.get(READER, group.id())).isEqualTo(FakeGroups.viewed(group));
    assertThat(useCases.calls).containsExactly(Invocation.of("find group", READER, group.id()));
  }

  @Test
  void aGroupThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> useCases.groups.get(READER, NO_GROUP))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  void aChangeIsOneCallWithTheTimeAndWhatIsExpected() {
    for (RevisionMatch expected :
        List.of(UNSTATED, RevisionMatch.any(), RevisionMatch.oneOf(Set.of(group.revision())))) {
      useCases.calls.clear();

      ViewedGroup renamed = useCases.groups.rename(MANAGER, group.id(), NEW_NAME, expected);
      useCases.groups.delete(MANAGER, group.id(), expected);

      assertThat(renamed.group().name()).isEqualTo(NEW_NAME);
      assertThat(useCases.calls)
          .containsExactly(
              Invocation.of("rename", MANAGER, group.id(), NEW_NAME, NOON, expected),
              Invocation.of("delete", MANAGER, group.id(), NOON, expected));
    }
  }

  @Test
  void aPageIsCutToTheMaximumAndSaysSo() {
    List<Order<GroupField>> byName = List.of(Order.ascending(GroupField.NAME));

    Page<ViewedGroup> page =
        useCases.groups.list(READER, ListQuery.groups(byName, new PageRange(1, 100)));

    PageRange cut = new PageRange(1, 2);
    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of(
                "list groups", READER, GroupSelection.LIVE, ListQuery.groups(byName, cut)));
    assertThat(page.range()).isEqualTo(cut);
  }

  @Test
  void theGroupsOfAKpiAreASelectionAndItIsLookedForOnlyIfThereAreNone() {
    KpiId kpi = useCases.kpiStore.given(ACCOUNT, "k1").id();
    GroupSelection asked = GroupSelection.DELETED.withKpiCount();
    ListQuery<GroupField> query = ListQuery.groups(PageRange.first(2));

    Page<ViewedGroup> page = useCases.groups.listOf(READER, kpi, asked, query);

    assertThat(page.items()).containsExactly(FakeGroups.viewed(group));
    GroupSelection kept = asked.with(kpi).deletedAfter(NOON.minus(Samples.RETENTION));
    assertThat(useCases.calls).containsExactly(Invocation.of("list groups", READER, kept, query));
  }

  @Test
  void aKpiWithoutGroupsHasAnEmptyListIfItIsKnown() {
    FakeUseCases empty = new FakeUseCases(Samples.SETTINGS);
    KpiId known = empty.kpiStore.given(ACCOUNT, "k1").id();
    KpiId unknown = new KpiId("k2");
    ListQuery<GroupField> query = ListQuery.groups(PageRange.first(2));

    Page<ViewedGroup> page = empty.groups.listOf(READER, known, GroupSelection.LIVE, query);

    assertThat(page.items()).isEmpty();
    assertThat(empty.calls)
        .containsExactly(
            Invocation.of("list groups", READER, GroupSelection.LIVE.with(known), query),
            Invocation.of("require KPI", READER, known, Samples.SETTINGS.rules()));
    assertThatThrownBy(() -> empty.groups.listOf(READER, unknown, GroupSelection.LIVE, query))
        .isInstanceOf(KpiNotFound.class);
  }

  @Test
  void aPageUpToTheMaximumStaysAsItIs() {
    for (int rows = 1; rows <= 2; rows++) {
      PageRange range = PageRange.first(rows);

      assertThat(useCases.groups.list(READER, ListQuery.groups(range)).range()).isEqualTo(range);
    }
  }

  @Test
  void whereARevisionIsRequiredNothingIsChangedWithoutOne() {
    assertThatThrownBy(() -> strict.groups.rename(MANAGER, strictGroup.id(), NEW_NAME, UNSTATED))
        .isInstanceOf(RevisionRequired.class);
    assertThatThrownBy(() -> strict.groups.delete(MANAGER, strictGroup.id(), UNSTATED))
        .isInstanceOf(RevisionRequired.class);
    Invocation look = Invocation.of("find group", MANAGER, strictGroup.id());
    assertThat(strict.calls).containsExactly(look, look);
  }

  @Test
  void whereARevisionIsRequiredAnyStatementWillDo() {
    RevisionMatch current = RevisionMatch.oneOf(Set.of(strictGroup.revision()));

    strict.groups.rename(MANAGER, strictGroup.id(), NEW_NAME, current);
    strict.groups.delete(MANAGER, strictGroup.id(), RevisionMatch.any());

    assertThat(strict.calls).extracting(Invocation::method).containsExactly("rename", "delete");
  }

  @Test
  void anAbsentGroupIsToldBeforeAMissingRevision() {
    assertThatThrownBy(() -> strict.groups.rename(MANAGER, NO_GROUP, NEW_NAME, UNSTATED))
        .isInstanceOf(GroupNotFound.class);
    assertThatThrownBy(() -> strict.groups.delete(MANAGER, NO_GROUP, UNSTATED))
        .isInstanceOf(GroupNotFound.class);
  }

  @Test
  void aGroupIsRestoredIfItWasDeletedWithinTheRetentionTime() {
    ViewedGroup restored = useCases.groups.restore(MANAGER, group.id());

    assertThat(restored).isEqualTo(FakeGroups.viewed(group));
    assertThat(useCases.calls)
        .containsExactly(
            Invocation.of(
                "restore",
                MANAGER,
                group.id(),
                NOON,
                NOON.minus(Samples.RETENTION),
                Samples.SETTINGS.limits()));
  }

  @Test
  void whatCannotBeRestoredIsNotFound() {
    assertThatThrownBy(() -> useCases.groups.restore(MANAGER, NO_GROUP))
        .isInstanceOf(GroupNotFound.class);
  }
}
