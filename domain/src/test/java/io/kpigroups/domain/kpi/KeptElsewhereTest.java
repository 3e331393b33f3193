package io.kpigroups.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another program keeps is taken as it is, and what is entered here is not. */
class KeptElsewhereTest {
  private static final AccountId ACCOUNT = new AccountId("a");

  @ParameterizedTest
  @ValueSource(strings = {"", "Zo\u00eb", "tab\there", "\u0000"})
  void aUserIdMayBeStoredThatWouldBeRefusedHere(String value) {
    UserId stored = UserId.stored(value);

    assertThat(stored.value()).isEqualTo(value);
    assertThat(stored).isEqualTo(UserId.stored(value)).isNotEqualTo(UserId.stored(value + "x"));
    assertThatThrownBy(() -> new UserId(value)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aUserIdIsTheSameHoweverItWasMade() {
    assertThat(UserId.stored("ann")).isEqualTo(new UserId("ann")).hasSameHashCodeAs("ann");
    assertThat(new UserId("ann")).hasToString("UserId[value=ann]");
  }

  @Test
  void aKpiThatIsKeptElsewhereHasAnyNumberOfOwnersAndOneThatIsEnteredAHundred() {
    List<UserId> owners = IntStream.range(0, 150).mapToObj(i -> new UserId("user " + i)).toList();
    KpiId id = new KpiId("k1");
    Name name = new Name("Revenue");

    assertThat(Kpi.stored(ACCOUNT, id, name, owners).owners()).isEqualTo(owners);
    assertThatThrownBy(() -> new Kpi(ACCOUNT, id, name, owners)).isInstanceOf(InvalidInput.class);
  }
}
