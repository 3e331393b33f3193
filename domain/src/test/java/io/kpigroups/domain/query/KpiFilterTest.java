package io.kpigroups.domain.query;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.ANN;
import static io.kpigroups.domain.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class KpiFilterTest {
  private static final Actor VIEWER = Samples.actor(ACCOUNT, ANN);
  private static final Kpi KPI =
      new Kpi(ACCOUNT, new KpiId("k1"), new Name("Net révenue"), List.of(BOB, ANN));
  private static final Predicate<KpiId> NOT_ASKED =
      kpi -> {
        throw new AssertionError("Nobody needs to know whether it is in a group.");
      };

  @Test
  void withoutAnyWishEveryKpiPasses() {
    assertThat(KpiFilter.ALL.matches(KPI, VIEWER, NOT_ASKED)).isTrue();
  }

  @Test
  void theNameMustContainTheText() {
    assertThat(passes(KpiFilter.named(SearchText.of("REVENUE")))).isTrue();
    assertThat(passes(KpiFilter.named(SearchText.of("churn")))).isFalse();
  }

  @Test
  void oneOfTheOwnersMustBeTheOneThatIsAskedFor() {
    Owner stranger = new Owner.Named(new UserId("eve"));

    assertThat(passes(KpiFilter.of(new Owner.Named(BOB)))).isTrue();
    assertThat(passes(KpiFilter.of(stranger))).isFalse();
    assertThat(passes(KpiFilter.of(Owner.CALLER))).isTrue();
    assertThat(
            KpiFilter.of(Owner.CALLER)
                .matches(KPI, Samples.actor(ACCOUNT, new UserId("eve")), NOT_ASKED))
        .isFalse();
  }

  @Test
  void theCallerIsWhoAsksAndANamedOwnerIsNot() {
    assertThat(Owner.CALLER.user(VIEWER)).isEqualTo(ANN);
    assertThat(new Owner.Named(BOB).user(VIEWER)).isEqualTo(BOB);
    assertThat(new Owner.Named(BOB).user(Actor.delegated(Optional.empty())))
        .as("also where the caller is known elsewhere only")
        .isEqualTo(BOB);
  }

  @Test
  void anUngroupedKpiIsInNoLiveGroup() {
    assertThat(KpiFilter.UNGROUPED.matches(KPI, VIEWER, kpi -> false)).isTrue();
    assertThat(KpiFilter.UNGROUPED.matches(KPI, VIEWER, KPI.id()::equals)).isFalse();
  }

  @Test
  void allWishesMustBeMetAndGroupsAreAskedForLast() {
    Optional<SearchText> net = Optional.of(SearchText.of("net"));
    Optional<Owner> bob = Optional.of(new Owner.Named(BOB));
    Optional<Owner> eve = Optional.of(new Owner.Named(new UserId("eve")));

    assertThat(new KpiFilter(net, bob, true).matches(KPI, VIEWER, kpi -> false)).isTrue();
    assertThat(new KpiFilter(net, bob, true).matches(KPI, VIEWER, kpi -> true)).isFalse();
    assertThat(passes(new KpiFilter(net, eve, true))).isFalse();
    assertThat(passes(new KpiFilter(Optional.of(SearchText.of("x")), bob, true))).isFalse();
  }

  private static boolean passes(KpiFilter filter) {
    return filter.matches(KPI, VIEWER, NOT_ASKED);
  }
}
