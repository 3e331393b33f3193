package io.kpigroups.domain.group;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.kpi.KpiId;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class KnownKpisTest {
  private static final BooleanSupplier NOT_ASKED =
      () -> {
        throw new AssertionError("Nobody needs to know.");
      };

  @Test
  void aRegisteredKpiIsKnownWhateverItIsIn() {
    assertThatCode(() -> require(KnownKpis.REGISTERED, () -> true, NOT_ASKED))
        .doesNotThrowAnyException();
  }

  @Test
  void aKpiInALiveGroupIsKnownAndAnyOtherIsNot() {
    assertThatCode(() -> require(KnownKpis.REGISTERED, () -> false, () -> true))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> require(KnownKpis.REGISTERED, () -> false, () -> false))
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(": k1.");
  }

  @Test
  void whereEveryKpiIsKnownNothingIsLookedUp() {
    assertThatCode(() -> require(KnownKpis.ANY, NOT_ASKED, NOT_ASKED)).doesNotThrowAnyException();
  }

  private static void require(
      KnownKpis known, BooleanSupplier registered, BooleanSupplier grouped) {
    known.require(new KpiId("k1"), registered, grouped);
  }
}
