package io.kpigroups.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
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
    assertThat(Name.stored(name).value()).isEqualTo(name);
    assertThat(Name.stored(name).key()).isNotNull();
  }

  @Test
  void aStoredNameHasAtMostAThousandCharactersInNormalisationFormC() {
    for (String one : List.of("x", "\uD83D\uDE00", "\u00E9", "e\u0301", "\uD800")) {
      assertThat(Name.stored(one.repeat(1_000)).value()).isEqualTo(one.repeat(1_000));
      assertTooLong(one.repeat(1_001));
    }
    String growsToThree = "\uFB2C";
    assertThat(Name.stored(growsToThree.repeat(333)).value()).hasSize(333);
    assertTooLong(growsToThree.repeat(334));
  }

  private static void assertTooLong(String name) {
    assertThatThrownBy(() -> Name.stored(name))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("A stored name may have at most 1000 characters.");
  }

  @Test
  void aStoredNameEqualsTheSameNameGivenHere() {
    assertThat(Name.stored("Sales"))
        .isEqualTo(new Name(" Sales "))
        .hasSameHashCodeAs(new Name("Sales"))
        .hasToString(new Name("Sales").toString())
        .isNotEqualTo(Name.stored(" Sales "));
    assertThat(Name.stored("Sales"))
        .isNotEqualTo(Name.stored("sales"))
        .isNotEqualTo(UserId.stored("Sales"));
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
    Kpi given = new Kpi(Samples.ACCOUNT, new KpiId("k1"), new Name("Churn"), ann);
    assertThat(stored("k1", "Churn", ann))
        .isEqualTo(given)
        .hasSameHashCodeAs(given)
        .hasToString(given.toString())
        .isNotEqualTo(stored("k2", "Churn", ann))
        .isNotEqualTo(stored("k1", "Revenue", ann))
        .isNotEqualTo(stored("k1", "Churn", List.of()))
        .isNotEqualTo(
            Kpi.stored(new AccountId("other"), new KpiId("k1"), Name.stored("Churn"), ann));
  }

  private static Kpi stored(String id, String name, List<UserId> owners) {
    return Kpi.stored(Samples.ACCOUNT, new KpiId(id), Name.stored(name), owners);
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
