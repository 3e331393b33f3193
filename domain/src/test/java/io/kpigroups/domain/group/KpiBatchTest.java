package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.kpi.KpiId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KpiBatchTest {

  @Test
  void aBatchNamesAtMostAThousandKpisInAll() {
    assertThat(new KpiBatch(kpis(0, 1_000), List.of()).kpis()).hasSize(1_000);
    assertThat(new KpiBatch(List.of(), kpis(0, 1_000)).kpis()).hasSize(1_000);
    assertThat(new KpiBatch(kpis(0, 400), kpis(400, 600)).kpis()).hasSize(1_000);
    assertTooMany(kpis(0, 1_001), List.of());
    assertTooMany(List.of(), kpis(0, 1_001));
    assertTooMany(kpis(0, 400), kpis(400, 601));
  }

  @Test
  void aBatchMayNameNothing() {
    assertThat(new KpiBatch(List.of(), List.of()).kpis()).isEmpty();
  }

  @Test
  void noKpiIsNamedTwice() {
    assertTwice(List.of("a", "b", "a"), List.of());
    assertTwice(List.of(), List.of("b", "a", "a"));
    assertTwice(List.of("c", "a"), List.of("a", "b"));
    assertThat(new KpiBatch(ids("a", "A"), ids("_a")).kpis()).hasSize(3);
  }

  @Test
  void allThatItNamesIsInTheOrderGiven() {
    KpiBatch batch = new KpiBatch(ids("c", "a"), ids("d", "b"));

    assertThat(batch.kpis()).containsExactlyElementsOf(ids("c", "a", "d", "b"));
  }

  @Test
  void aBatchHasItsOwnLists() {
    List<KpiId> add = new ArrayList<>(ids("a"));
    List<KpiId> remove = new ArrayList<>(ids("b"));
    KpiBatch batch = new KpiBatch(add, remove);

    add.clear();
    remove.clear();

    assertThat(batch).isEqualTo(new KpiBatch(ids("a"), ids("b")));
  }

  @Test
  void aSingleKpiIsABatchOfOne() {
    assertThat(KpiBatch.adding(new KpiId("a"))).isEqualTo(new KpiBatch(ids("a"), List.of()));
    assertThat(KpiBatch.removing(new KpiId("a"))).isEqualTo(new KpiBatch(List.of(), ids("a")));
  }

  @Test
  void whatChangesIsCountedAndAllElseIsUnchanged() {
    KpiGroup group = Samples.group(ACCOUNT);
    Stamp stamp = new Stamp(ANN, NOON);
    KpiBatch batch = new KpiBatch(ids("a", "b", "c"), ids("d", "e", "f", "g"));
    Change added = new Change.KpisAdded(group.id(), ids("b", "c"), stamp);
    Change removed = new Change.KpisRemoved(group.id(), ids("d"), stamp);

    assertThat(batch.result(new Decision<>(group, List.of(removed, added))))
        .isEqualTo(new KpiBatch.Result(2, 1, 4));
    assertThat(batch.result(new Decision<>(group, List.of(added))))
        .isEqualTo(new KpiBatch.Result(2, 0, 5));
    assertThat(batch.result(new Decision<>(group, List.of())))
        .isEqualTo(new KpiBatch.Result(0, 0, 7));
  }

  private static void assertTooMany(List<KpiId> add, List<KpiId> remove) {
    assertThatThrownBy(() -> new KpiBatch(add, remove))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at most 1000 KPIs");
  }

  private static void assertTwice(List<String> add, List<String> remove) {
    List<KpiId> adds = ids(add.toArray(String[]::new));
    List<KpiId> removes = ids(remove.toArray(String[]::new));
    assertThatThrownBy(() -> new KpiBatch(adds, removes))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("names a more than once");
  }

  private static List<KpiId> kpis(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(i -> new KpiId("k" + i)).toList();
  }

  private static List<KpiId> ids(String... ids) {
    return List.of(ids).stream().map(KpiId::new).toList();
  }
}
