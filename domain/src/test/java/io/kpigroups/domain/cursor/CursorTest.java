package io.kpigroups.domain.cursor;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.query.GroupField.DATE_CREATED;
import static io.kpigroups.domain.query.GroupField.NAME;
import static io.kpigroups.domain.query.Order.ascending;
import static io.kpigroups.domain.query.Order.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final ListScope SCOPE = ListScope.of(ACCOUNT, GroupSelection.LIVE);
  private static final List<Order<GroupField>> ORDER =
      ListQuery.groups(List.of(descending(NAME), ascending(DATE_CREATED)), PageRange.first(1))
          .order();
  private static final KpiGroup GROUP = Samples.group("a", "Gr\u00F6\u00DFe \uD83D\uDE00", NOON);
  private static final Position PLACE = Position.of(ORDER, GROUP);
  private static final String CURSOR = Cursor.of(SCOPE, ORDER, PLACE);

  @Test
  void aCursorLeadsBackToItsPlace() {
    assertThat(Cursor.read(CURSOR, SCOPE, ORDER)).isEqualTo(PLACE);
    assertThat(CURSOR).matches("[A-Za-z0-9_-]+");
  }

  /** So that instances of several builds read each other's. */
  @Test
  void aCursorIsMadeOfTheseBytes() {
    List<Order<KpiField>> order =
        ListQuery.kpis(List.of(ascending(KpiField.NAME)), PageRange.first(1)).order();
    Position place = new Position(List.of(new Text("a"), new Text("k2")));

    assertThat(Cursor.of(ListScope.of(new AccountId("a1"), KpiFilter.ALL), order, place))
        .isEqualTo("ASK3KZ4AAWEAAmsy");
  }

  /** All keys that a list of groups has, and one of its names at its longest. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "\uD83D\uDE00", "\uFB04", "\uD834\uDD57\uD834\uDD65"})
  void thePlaceOfEveryRowMakesACursorThatIsRead(String characters) {
    List<Order<GroupField>> order =
        ListQuery.groups(
                Stream.of(GroupField.values())
                    .filter(field -> field != GroupField.ID)
                    .map(Order::descending)
                    .toList(),
                PageRange.first(1))
            .order();
    int length = 1_000 / characters.codePointCount(0, characters.length());
    Name longest = Name.stored(characters.repeat(length));
    Position place =
        Position.of(order, KpiGroup.create(ACCOUNT, GROUP.id(), longest, GROUP.created()));

    assertThat(Cursor.read(Cursor.of(SCOPE, order, place), SCOPE, order)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(ints = {6_200, 65_536, 65_537, 131_072})
  void aPlaceThatNoRowHasMakesNoCursorThatIsNotRead(int length) {
    List<Order<GroupField>> order =
        ListQuery.groups(List.of(ascending(NAME)), PageRange.first(1)).order();
    Position place = new Position(List.of(new Text("x".repeat(length)), new Text("a")));

    assertThatThrownBy(() -> Cursor.of(SCOPE, order, place))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesBefore1970AreKept() {
    Position old =
        Position.of(ORDER, Samples.group("b", "Old", Instant.parse("0001-01-01T00:00:00Z")));

    assertThat(Cursor.read(Cursor.of(SCOPE, ORDER, old), SCOPE, ORDER)).isEqualTo(old);
  }

  @Test
  void aCursorWithAnyCharacterAlteredIsRefused() {
    for (int i = 0; i < CURSOR.length(); i++) {
      for (char other : new char[] {'A', 'B', '_', '-', '9', '=', '+', '/', ' '}) {
        String altered = CURSOR.substring(0, i) + other + CURSOR.substring(i + 1);
        if (!altered.equals(CURSOR)) {
          assertRefused(altered);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAAAAA", "AQAAAAA", "nonsense", "\u00E4", "%00", "null"})
  void whatIsNoCursorIsRefused(String text) {
    assertRefused(text);
  }

  @Test
  void aCursorWithMoreOrLessIsRefused() {
    assertRefused(CURSOR + "A");
    assertRefused(CURSOR + "AAAA");
    assertRefused(CURSOR.substring(0, CURSOR.length() - 1));
    assertRefused(CURSOR.substring(0, 12));
    assertRefused("A".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource
  void aCursorOfAnotherListIsRefused(ListScope other) {
    assertThatThrownBy(() -> Cursor.read(CURSOR, other, ORDER)).isInstanceOf(InvalidInput.class);
  }

  static Stream<ListScope> aCursorOfAnotherListIsRefused() {
    GroupSelection live = GroupSelection.LIVE;
    return Stream.of(
        ListScope.of(new AccountId("another"), live),
        ListScope.of(ACCOUNT, GroupSelection.DELETED),
        ListScope.of(ACCOUNT, live.with(new KpiId("k1"))),
        ListScope.of(ACCOUNT, live.with(new GroupFilter.Favorite(true))),
        ListScope.of(ACCOUNT, live.with(new GroupFilter.NameContains(SearchText.of("x")))),
        ListScope.of(ACCOUNT, KpiFilter.ALL),
        ListScope.of(ACCOUNT, GROUP.id()));
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    for (List<Order<GroupField>> other :
        List.of(
            List.of(descending(NAME)),
            List.of(ascending(NAME), ascending(DATE_CREATED)),
            List.of(descending(NAME), ascending(GroupField.DATE_UPDATED)),
            List.of(ascending(DATE_CREATED), descending(NAME)))) {
      List<Order<GroupField>> total = ListQuery.groups(other, PageRange.first(1)).order();
      assertThatThrownBy(() -> Cursor.read(CURSOR, SCOPE, total)).isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void whatIsToldOfTheRowsAndSinceWhenTheyWereDeletedDoesNotMatter() {
    GroupSelection deleted = GroupSelection.DELETED;

    assertThat(ListScope.of(ACCOUNT, deleted.deletedAfter(NOON).withKpiCount()))
        .isEqualTo(ListScope.of(ACCOUNT, deleted));
  }

  @Test
  void theOrderOfConditionsDoesNotMatter() {
    GroupFilter favorite = new GroupFilter.Favorite(true);

    assertThat(ListScope.of(ACCOUNT, GroupSelection.LIVE.with(favorite).with(new KpiId("k"))))
        .isEqualTo(ListScope.of(ACCOUNT, GroupSelection.LIVE.with(new KpiId("k")).with(favorite)));
  }

  @Test
  void listsOfKpisDifferByTheirFilter() {
    assertThat(
            Stream.of(
                    KpiFilter.ALL,
                    KpiFilter.UNGROUPED,
                    KpiFilter.named(SearchText.of("me")),
                    KpiFilter.of(Owner.CALLER),
                    KpiFilter.of(new Owner.Named(new UserId("me"))))
                .map(filter -> ListScope.of(ACCOUNT, filter)))
        .doesNotHaveDuplicates();
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> Cursor.read(text, SCOPE, ORDER)).isInstanceOf(InvalidInput.class);
  }
}
