package io.kpigroups.adapter.mongo.store;

import static io.kpigroups.adapter.mongo.support.MongoFixture.ample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.mongo.support.Fault;
import io.kpigroups.adapter.mongo.support.FaultyProxyTests;
import io.kpigroups.adapter.mongo.support.FaultyServerResource;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.KnownKpis;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of changes of which not even a look tells, and of those that set a state. */
@QuarkusTest
@QuarkusTestResource(value = FaultyServerResource.class, restrictToAnnotatedClass = true)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnknownOutcomesTest extends FaultyProxyTests {
  @ParameterizedTest
  @ValueSource(ints = {1, 50463173})
  void whatNotEvenALookTellsHasAnUnknownOutcome(int code) {
    proxy.each("insert", Fault.failed(code));
    proxy.each("update", Fault.failed(code));

    assertUnknown(() -> newGroup(ann, "Other"));
    assertUnknown(this::rename);
    assertUnknown(this::delete);
  }

  @Test
  void aRestoreOfWhichNotEvenALookTellsHasAnUnknownOutcome() {
    delete();
    proxy.each("update", Fault.failed(1));
    assertUnknown(() -> restore(ann, group.id()));
    proxy.each("update", Fault.doneButNotKept());
    assertUnknown(() -> restore(ann, group.id()));
  }

  @Test
  void aChangeThatWasDoneAndCannotBeLookedAtHasAnUnknownOutcome() {
    proxy.next("insert", Fault.ANSWER_LOST);
    proxy.each("find", Fault.failed(1));

    assertUnknown(() -> newGroup(ann, "Other"));

    proxy.mend();
    assertThat(allGroups(ann)).hasSize(2);
  }

  @Test
  void aDeleteThatWasDoneAndCannotBeLookedAtHasAnUnknownOutcome() {
    proxy.next("find", Fault.NONE);
    proxy.each("find", Fault.failed(1));
    proxy.next("update", Fault.ANSWER_LOST);

    assertUnknown(this::delete);

    proxy.mend();
    assertThat(allGroups(ann)).isEmpty();
  }

  /** It is seen by a look, and would be gone with the only member that has it. */
  @Test
  void aChangeThatWasDoneAndIsNotKeptByMostMembersHasAnUnknownOutcome() {
    proxy.each("insert", Fault.doneButNotKept());
    proxy.each("update", Fault.doneButNotKept());

    assertUnknown(() -> newGroup(ann, "Other"));
    assertUnknown(this::rename);
    assertUnknown(this::delete);
  }

  @Test
  void aChangeThatIsRefusedIsNotDoneAndSaysSo() {
    for (int code : List.of(13, 121, 10334)) {
      proxy.each("insert", Fault.failed(code));
      proxy.each("update", Fault.failed(code));
      assertThatThrownBy(() -> newGroup(ann, "Other"))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("refused");
      assertThatThrownBy(this::delete).isInstanceOf(StorageUnavailable.class);
    }
  }

  /** The codes of a gateway, after which the driver does not repeat reads as long as it may. */
  @Test
  void nothingIsSaidToBeRefusedWhileTheDatabaseIsDownBehindAGateway() {
    for (int code : List.of(1, 50463173)) {
      proxy.each("find", Fault.failed(code));
      proxy.each("aggregate", Fault.failed(code));
      assertThatThrownBy(() -> storage.checkReady(ample())).hasMessageContaining("error " + code);
      assertThatThrownBy(() -> allGroups(ann)).hasMessageContaining("error " + code);
      assertThatThrownBy(() -> newGroup(ann, "Other")).hasMessageContaining("error " + code);
    }
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aMemberOrFavoriteIsThereOnceWhateverBecomesOfTheAnswer(Fault fault) {
    KpiId kpi = new KpiId("revenue");
    repeated(() -> storage.memberships().add(ann, group.id(), kpi, NOON, ANY_KPI), fault);
    repeated(() -> favor(ann, group.id()), fault);

    assertThatThrownBy(() -> join("turnover", 1)).hasMessageContaining("limit of 1 KPIs");
    assertThat(allGroups(ann)).singleElement().matches(viewed -> viewed.favorite());
    repeated(() -> storage.favorites().remove(ann, group.id(), NOON), fault);
    repeated(() -> storage.memberships().remove(ann, group.id(), kpi, NOON, ANY_KPI), fault);
    join("turnover", 1);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.adapter.mongo.support.Fault#done")
  void aBatchIsThereOnceWhateverBecomesOfTheAnswer(Fault fault) {
    repeated(() -> change(List.of("k1", "k2"), List.of()), fault);
    assertThatThrownBy(() -> join("k9", 2)).hasMessageContaining("limit of 2 KPIs");
    repeated(() -> change(List.of("k3", "k4"), List.of("k1")), fault);
    assertThatThrownBy(() -> join("k9", 3)).hasMessageContaining("limit of 3 KPIs");
    repeated(() -> change(List.of(), List.of("k2", "k3")), fault);
    assertThatThrownBy(() -> join("k9", 1)).hasMessageContaining("limit of 1 KPIs");
    assertThat(change(List.of("k4"), List.of("k1", "k2", "k3")))
        .isEqualTo(new KpiBatch.Result(0, 0, 4));
  }

  private KpiBatch.Result change(List<String> add, List<String> remove) {
    KpiBatch batch =
        new KpiBatch(
            add.stream().map(KpiId::new).toList(), remove.stream().map(KpiId::new).toList());
    return storage.memberships().change(ann, group.id(), batch, NOON, ANY_KPI);
  }

  private void join(String kpi, int limit) {
    storage
        .memberships()
        .add(ann, group.id(), new KpiId(kpi), NOON, MongoFixture.members(limit, KnownKpis.ANY));
  }

  /** A call that sets a state may fail as unavailable, and is then repeated. */
  private void repeated(Runnable call, Fault fault) {
    proxy.next("update", fault);
    try {
      call.run();
    } catch (StorageUnavailable e) {
      call.run();
    }
  }

  @Test
  void anEntryThatMustNotBeThereIsRepeatedOrHasAnUnknownOutcome() {
    KpiCondition absent = new KpiCondition(RevisionMatch.unconditional(), RevisionMatch.any());
    proxy.next("insert", Fault.COMMAND_LOST);
    assertThat(put("one", absent)).isEqualTo(Effect.NEW);

    proxy.next("insert", Fault.ANSWER_LOST);
    assertUnknown(() -> put("two", absent));
    assertThat(storage.kpis().find(ann, new KpiId("two"))).isPresent();
  }

  private Effect put(String id, KpiCondition expected) {
    Kpi kpi = new Kpi(ann.account(), new KpiId(id), new Name("Revenue"), List.of());
    return kpiRegistry().put(ann, kpi, expected, NO_LIMITS);
  }

  private void rename() {
    storage.groups().rename(ann, group.id(), new Name("New"), NOON, RevisionMatch.any());
  }

  private void delete() {
    storage.groups().delete(ann, group.id(), NOON.plusSeconds(1), RevisionMatch.any());
  }

  private static void assertUnknown(Runnable change) {
    assertThatThrownBy(change::run).isInstanceOf(OutcomeUnknown.class);
  }
}
