package io.kpigroups.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another system keeps stays as it is, also where our rules would not have let it in. */
class StoredValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " padded ", "tab\there", "e\u0301", "\u2028", "\uD800", "Sales"})
  void aStoredNameIsKeptAsItIs(String name) {
    assertThat(KpiGroupName.stored(name).value()).isEqualTo(name);
    assertThat(KpiName.stored(name).value()).isEqualTo(name);
    assertThat(KpiGroupName.stored(name).key()).isNotNull();
    assertThat(KpiName.stored(name).key()).isNotNull();
  }

  @Test
  void aStoredNameEqualsTheSameNameGivenHere() {
    assertThat(KpiGroupName.stored("Sales"))
        .isEqualTo(new KpiGroupName(" Sales "))
        .hasSameHashCodeAs(new KpiGroupName("Sales"))
        .hasToString(new KpiGroupName("Sales").toString())
        .isNotEqualTo(KpiGroupName.stored(" Sales "));
    assertThat(KpiName.stored("Sales"))
        .isEqualTo(new KpiName("Sales"))
        .hasSameHashCodeAs(new KpiName("Sales"))
        .isNotEqualTo(KpiName.stored("sales"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "änn", "tab\there", "\uD800", "ann"})
  void aStoredUserIdIsKeptAsItIs(String user) {
    assertThat(UserId.stored(user).value()).isEqualTo(user);
  }

  @Test
  void aStoredUserIdEqualsTheSameIdGivenHere() {
    assertThat(UserId.stored("ann"))
        .isEqualTo(new UserId("ann"))
        .hasSameHashCodeAs(new UserId("ann"))
        .hasToString(new UserId("ann").toString())
        .isNotEqualTo(UserId.stored("änn"));
  }

  @Test
  void aStoredKpiHasItsOwnersAsTheyAreHoweverMany() {
    List<UserId> owners =
        IntStream.range(0, 300).mapToObj(i -> UserId.stored("user " + i % 200)).toList();
    Kpi kpi = stored("k1", "Churn", owners);
    assertThat(kpi.owners()).isEqualTo(owners);
  }

  @Test
  void aStoredKpiEqualsTheSameKpiGivenHere() {
    List<UserId> ann = List.of(new UserId("ann"));
    Kpi given = new Kpi(Samples.ACCOUNT, new KpiId("k1"), new KpiName("Churn"), ann);
    assertThat(stored("k1", "Churn", ann))
        .isEqualTo(given)
        .hasSameHashCodeAs(given)
        .hasToString(given.toString())
        .isNotEqualTo(stored("k2", "Churn", ann))
        .isNotEqualTo(stored("k1", "Revenue", ann))
        .isNotEqualTo(stored("k1", "Churn", List.of()))
        .isNotEqualTo(
            Kpi.stored(new AccountId("other"), new KpiId("k1"), KpiName.stored("Churn"), ann));
  }

  private static Kpi stored(String id, String name, List<UserId> owners) {
    return Kpi.stored(Samples.ACCOUNT, new KpiId(id), KpiName.stored(name), owners);
  }

  @Test
  void aTimeThatWasNeverRecordedIsNone() {
    UserId ann = new UserId("ann");
    Instant now = Instant.parse("2026-01-02T12:00:00.123Z");
    assertThat(new Stamp(ann, Stamp.UNSET).time()).isEmpty();
    assertThat(new Stamp(ann, Instant.parse("0001-01-01T00:00:00.000Z")).time()).isEmpty();
    assertThat(new Stamp(ann, now).time()).contains(now);
  }
}
