package io.kpigroups.domain.query;

import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.NOON;
import static io.kpigroups.domain.query.Order.ascending;
import static io.kpigroups.domain.query.Order.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberFieldTest {
  private static final Member NAMELESS = new Member(new KpiId("b"), Optional.empty(), stamp(2));
  private static final Member UPPER = member("B", "Éa", 2);
  private static final Member LOWER = member("a", "ea", 1);
  private static final Member LAST = member("_", "z", 3);

  @Test
  void idsSortByCodePoint() {
    assertThat(sorted(List.of())).containsExactly(UPPER, LAST, LOWER, NAMELESS);
    assertThat(sorted(List.of(descending(MemberField.KPI_ID))))
        .containsExactly(NAMELESS, LOWER, LAST, UPPER);
  }

  @Test
  void namesSortWithoutCaseAndAccentsAndMembersWithoutOneComeFirst() {
    assertThat(sorted(List.of(ascending(MemberField.NAME))))
        .containsExactly(NAMELESS, UPPER, LOWER, LAST);
    assertThat(sorted(List.of(descending(MemberField.NAME))))
        .containsExactly(LAST, LOWER, UPPER, NAMELESS);
  }

  @Test
  void timesSortWithTheIdAsTieBreak() {
    assertThat(sorted(List.of(ascending(MemberField.DATE_ADDED))))
        .containsExactly(LOWER, UPPER, NAMELESS, LAST);
    assertThat(sorted(List.of(descending(MemberField.DATE_ADDED))))
        .containsExactly(LAST, NAMELESS, UPPER, LOWER);
  }

  @Test
  void theIdIsTheLastKeyAndNoFieldIsNamedTwice() {
    PageRange range = new PageRange(3, 4);
    assertThat(ListQuery.members(range).order()).containsExactly(ascending(MemberField.KPI_ID));
    assertThat(ListQuery.members(range).range()).isEqualTo(range);
    assertThat(ListQuery.members(range).count()).isTrue();
    assertThat(ListQuery.members(List.of(descending(MemberField.NAME)), range, false))
        .isEqualTo(
            new ListQuery<>(
                List.of(descending(MemberField.NAME), descending(MemberField.KPI_ID)),
                range,
                false));
    List<Order<MemberField>> twice =
        List.of(ascending(MemberField.NAME), descending(MemberField.NAME));
    assertThatThrownBy(() -> ListQuery.members(twice, range, true))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void everyFieldHasItsNameOfTheContract() {
    assertThat(MemberField.values())
        .extracting(MemberField::term)
        .containsExactly("kpiId", "name", "dateAdded");
  }

  private static List<Member> sorted(List<Order<MemberField>> orders) {
    List<Order<MemberField>> total = ListQuery.members(orders, PageRange.first(1), true).order();
    return List.of(LAST, NAMELESS, LOWER, UPPER).stream().sorted(Order.comparator(total)).toList();
  }

  private static Member member(String id, String name, int millis) {
    return new Member(new KpiId(id), Optional.of(new Name(name)), stamp(millis));
  }

  private static Stamp stamp(int millis) {
    return new Stamp(ANN, NOON.plusMillis(millis));
  }
}
