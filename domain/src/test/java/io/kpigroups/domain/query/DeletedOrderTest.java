package io.kpigroups.domain.query;

import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeletedOrderTest {

  @Test
  void groupsSortByTheTimeOfTheirDeletionAndLiveOnesComeFirst() {
    KpiGroup live = Samples.group("d", "Live", NOON);
    KpiGroup early = deleted("c", 1);
    KpiGroup late = deleted("a", 2);
    KpiGroup purging = deleted("b", 3).purge(NOON.plusMillis(3)).orElseThrow();

    assertThat(sorted(Order.ascending(GroupField.DATE_DELETED), purging, late, live, early))
        .containsExactly(live, early, late, purging);
    assertThat(sorted(Order.descending(GroupField.DATE_DELETED), late, live, purging, early))
        .containsExactly(purging, late, early, live);
  }

  private static KpiGroup deleted(String id, int millis) {
    Stamp deletion = new Stamp(BOB, NOON.plusMillis(millis));
    return Samples.group(id, "Deleted", NOON).delete(deletion, RevisionMatch.any()).state();
  }

  private static List<KpiGroup> sorted(Order<GroupField> order, KpiGroup... groups) {
    return Stream.of(groups)
        .sorted(Order.comparator(ListQuery.groups(List.of(order), PageRange.first(1)).order()))
        .toList();
  }
}
