package io.kpigroups.domain.group;

import static io.kpigroups.domain.Samples.ACCOUNT;
import static io.kpigroups.domain.Samples.BOB;
import static io.kpigroups.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.Samples;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.kpi.KpiId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a batch does to a group with m1, m2 and m3, of which m3 is not registered any more. */
class BatchRulesTest {
  private static final Stamp STAMP = new Stamp(BOB, NOON);
  private static final Set<KpiId> REGISTERED = Set.copyOf(ids("m1", "m2", "r1", "r2", "r3"));
  private static final Set<KpiId> INSIDE = Set.copyOf(ids("m1", "m2", "m3"));

  /** What was asked for, in that order. */
  private final List<String> asked = new ArrayList<>();

  private final KpiGroup group = Samples.group(ACCOUNT);

  @Test
  void whatIsMissingComesAndWhatIsThereGoes() {
    Decision<KpiGroup> decision =
        decide(batch(List.of("r1", "m1", "r2"), List.of("m2", "m3", "r3", "never")), 10);

    assertThat(decision.state()).isSameAs(group);
    assertThat(decision.changes())
        .containsExactly(
            new Change.KpisRemoved(group.id(), ids("m2", "m3"), STAMP),
            new Change.KpisAdded(group.id(), ids("r1", "r2"), STAMP));
  }

  @Test
  void whatIsAsItShouldBeIsNoChangeAndNoRoomIsLookedFor() {
    assertThat(decide(batch(List.of("m1", "m2"), List.of("r1", "never")), 1).isChange()).isFalse();
    assertThat(decide(batch(List.of(), List.of()), 1).isChange()).isFalse();
    assertThat(asked).doesNotContain("size", "unregistered");
  }

  @Test
  void aBatchThatOnlyTakesOutAsksForNothingButTheMembers() {
    assertThat(decide(batch(List.of(), List.of("m1", "never")), 1).changes())
        .containsExactly(new Change.KpisRemoved(group.id(), ids("m1"), STAMP));
    assertThat(asked).containsExactly("members");
  }

  @Test
  void allUnknownOnesAreNamedBeforeTheLimitIsLookedAt() {
    KpiBatch batch = batch(List.of("x2", "r1", "m3", "x1"), List.of("m1", "x3"));

    assertThatThrownBy(() -> decide(batch, 1))
        .isInstanceOf(KpiNotFound.class)
        .hasMessageContaining(": x2, m3, x1.");
    assertThat(asked).containsExactly("registered");
  }

  @Test
  void whereEveryKpiIsKnownTheRegisterIsNotAsked() {
    GroupMembers members = members();
    AccountRules any = new AccountRules(new AccountLimits(1, 1, 4, 1), KnownKpis.ANY);

    assertThat(members.change(batch(List.of("x1"), List.of()), STAMP, any).isChange()).isTrue();
    assertThatThrownBy(() -> members().change(batch(List.of("x1", "x2"), List.of()), STAMP, any))
        .hasMessage("The group would have 5 KPIs, and its limit is 4.");
    assertThat(asked).doesNotContain("registered", "unregistered");
  }

  @Test
  void aGroupIsFilledToItsLimitAndNotBeyond() {
    assertThat(decide(batch(List.of("r1", "r2"), List.of()), 5).isChange()).isTrue();
    assertThatThrownBy(() -> decide(batch(List.of("r1", "r2", "m1"), List.of()), 4))
        .isInstanceOf(LimitReached.class)
        .hasMessage(
            "The group would have 5 KPIs, and its limit is 4; of those in it, 1 are no longer in"
                + " the register.");
  }

  @Test
  void whatGoesMakesRoomForWhatComes() {
    assertThat(decide(batch(List.of("r1", "r2"), List.of("m1", "m2")), 3).isChange()).isTrue();
    assertRefused(batch(List.of("r1", "r2"), List.of("m1")), 3);
    assertRefused(batch(List.of("r1"), List.of("r2", "never")), 3);
  }

  @Test
  void anOverfullGroupLosesKpisButTakesNoneUntilThereIsRoom() {
    assertThat(decide(batch(List.of(), List.of("m1")), 1).isChange()).isTrue();
    assertThat(decide(batch(List.of("m2"), List.of("m1")), 1).isChange()).isTrue();
    assertRefused(batch(List.of("r1"), List.of("m1")), 2);
    assertThat(decide(batch(List.of("r1"), List.of("m1", "m2")), 2).isChange()).isTrue();
  }

  private void assertRefused(KpiBatch batch, int limit) {
    assertThatThrownBy(() -> decide(batch, limit)).isInstanceOf(LimitReached.class);
  }

  private Decision<KpiGroup> decide(KpiBatch batch, int limit) {
    asked.clear();
    AccountRules rules = new AccountRules(new AccountLimits(1, 1, limit, 1), KnownKpis.REGISTERED);
    try {
      return members().change(batch, STAMP, rules);
    } finally {
      assertThat(asked).as("each fact is asked for once").doesNotHaveDuplicates();
    }
  }

  private GroupMembers members() {
    return GroupMembers.of(
        ACCOUNT,
        Optional.of(group),
        new GroupMembers.Facts() {
          @Override
          public Set<KpiId> registered(Set<KpiId> kpis) {
            asked.add("registered");
            return both(kpis, REGISTERED);
          }

          @Override
          public Set<KpiId> members(Set<KpiId> kpis) {
            asked.add("members");
            return both(kpis, INSIDE);
          }

          @Override
          public long size() {
            asked.add("size");
            return INSIDE.size();
          }

          @Override
          public long unregistered() {
            asked.add("unregistered");
            return 1;
          }
        });
  }

  private static Set<KpiId> both(Set<KpiId> some, Set<KpiId> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private static KpiBatch batch(List<String> add, List<String> remove) {
    return new KpiBatch(ids(add.toArray(String[]::new)), ids(remove.toArray(String[]::new)));
  }

  private static List<KpiId> ids(String... ids) {
    return List.of(ids).stream().map(KpiId::new).toList();
  }
}
