package io.kpigroups.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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

  @Test
  void aTimeThatWasNeverRecordedIsNone() {
    UserId ann = new UserId("ann");
    Instant now = Instant.parse("2026-01-02T12:00:00.123Z");
    assertThat(new Stamp(ann, Stamp.UNSET).time()).isEmpty();
    assertThat(new Stamp(ann, Instant.parse("0001-01-01T00:00:00.000Z")).time()).isEmpty();
    assertThat(new Stamp(ann, now).time()).contains(now);
  }
}
