package io.kpigroups.testkit.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.domain.failure.AccountMismatch;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.kpi.RegisterEntry.Effect;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.fixture.Race;
import io.kpigroups.testkit.fixture.Race.Outcome;
import io.kpigroups.testkit.fixture.RegisterSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The register of KPIs. */
public interface KpiStoreContract extends StorageFixture {

  @Test
  default void aKpiThatWasNeverEnteredIsAbsent() {
    Scene scene = new Scene(this);
    KpiId id = new KpiId("k1");

    assertThat(scene.storage.kpis().find(scene.ann, id)).isEmpty();
    assertThat(list(scene, List.of(), PageRange.first(10)).items()).isEmpty();
    assertThatThrownBy(() -> RegisterSteps.unregister(scene, scene.ann, id))
        .isInstanceOf(KpiNotFound.class);
  }

  @Test
  default void anEntryIsNewThenReplacedAsAWhole() {
    Scene scene = new Scene(this);
    Kpi first = kpi(scene, "k1", "Revenue", "ann", "bob");
    Kpi second = kpi(scene, "k1", "Turnover");

    assertThat(RegisterSteps.put(scene, scene.ann, first)).isEqualTo(Effect.NEW);
    assertThat(scene.storage.kpis().find(scene.bob, first.id())).contains(first);
    assertThat(RegisterSteps.put(scene, scene.bob, second)).isEqualTo(Effect.REPLACED);
    assertThat(scene.storage.kpis().find(scene.ann, first.id())).contains(second);
    assertThat(list(scene, List.of(), PageRange.first(10)).items()).containsExactly(second);
  }

  @Test
  default void anEntryThatIsPutUnchangedIsReplaced() {
    Scene scene = new Scene(this);
    Kpi kpi = kpi(scene, "k1", "Revenue", "ann");
    RegisterSteps.put(scene, scene.ann, kpi);

    assertThat(RegisterSteps.put(scene, scene.ann, kpi)).isEqualTo(Effect.REPLACED);
  }

  @Test
  default void ownersComeBackInTheOrderGiven() {
    Scene scene = new Scene(this);
    String[] owners =
        IntStream.range(0, Kpi.MAX_OWNERS)
            .mapToObj(i -> "user, " + (97 * i) % 101)
            .toArray(String[]::new);
    Kpi kpi = kpi(scene, "k1", "Revenue", owners);

    RegisterSteps.put(scene, scene.ann, kpi);

    assertThat(scene.storage.kpis().find(scene.ann, kpi.id())).contains(kpi);
  }

  @ParameterizedTest
  @MethodSource("io.kpigroups.testkit.fixture.Unicode#names")
  default void theNameOfAKpiComesBackExactly(String name) {
    Scene scene = new Scene(this);
    Kpi kpi = kpi(scene, "k1", name);

    RegisterSteps.put(scene, scene.ann, kpi);

    assertThat(scene.storage.kpis().find(scene.ann, kpi.id()).orElseThrow().name().value())
        .isEqualTo(name);
  }

  @Test
  default void aRemovedKpiIsGoneAndCanBeEnteredAsNew() {
    Scene scene = new Scene(this);
    Kpi kpi = kpi(scene, "k1", "Revenue");
    Kpi other = kpi(scene, "k2", "Revenue");
    RegisterSteps.put(scene, scene.ann, kpi);
    RegisterSteps.put(scene, scene.ann, other);

    RegisterSteps.unregister(scene, scene.ann, kpi.id());

    assertThat(scene.storage.kpis().find(scene.ann, kpi.id())).isEmpty();
    assertThat(scene.storage.kpis().find(scene.ann, other.id())).contains(other);
    assertThatThrownBy(() -> RegisterSteps.unregister(scene, scene.ann, kpi.id()))
        .isInstanceOf(KpiNotFound.class);
    assertThat(RegisterSteps.put(scene, scene.ann, kpi)).isEqualTo(Effect.NEW);
  }

  @Test
  default void aKpiOfAnotherAccountIsRefused() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    Kpi foreign = kpi(elsewhere, "k1", "Revenue");

    assertThatThrownBy(() -> RegisterSteps.put(scene, scene.ann, foreign))
        .isInstanceOf(AccountMismatch.class);
    assertThat(scene.storage.kpis().find(scene.ann, foreign.id())).isEmpty();
    assertThat(elsewhere.storage.kpis().find(elsewhere.ann, foreign.id())).isEmpty();
  }

  @Test
  default void idsSortByCodePointAndNamesWithoutCaseAndAccents() {
    Scene scene = new Scene(this);
    enter(scene, "b:Éa", "B:eB", "-:z", "_:\u044F", "0:\uD83D\uDE00", "a:ea");

    assertThat(ids(scene, Order.ascending(KpiField.ID)))
        .containsExactly("-", "0", "B", "_", "a", "b");
    assertThat(ids(scene, Order.descending(KpiField.ID)))
        .containsExactly("b", "a", "_", "B", "0", "-");
    assertThat(ids(scene, Order.ascending(KpiField.NAME)))
        .containsExactly("a", "b", "B", "-", "_", "0");
    assertThat(ids(scene, Order.descending(KpiField.NAME)))
        .containsExactly("0", "_", "-", "B", "b", "a");
  }

  @Test
  default void theRegisterIsListedPageByPage() {
    Scene scene = new Scene(this);
    enter(scene, "a:Same", "b:Same", "c:Same", "d:Other", "e:Same");
    List<Order<KpiField>> byName = List.of(Order.descending(KpiField.NAME));
    List<String> walked = new ArrayList<>();
    for (int skip = 0; skip < 5; skip += 2) {
      Page<Kpi> page = list(scene, byName, new PageRange(skip, 2));
      assertThat(page.totalCount()).isEqualTo(5);
      page.items().forEach(kpi -> walked.add(kpi.id().value()));
    }

    assertThat(walked).containsExactly("e", "c", "b", "a", "d");
    Page<Kpi> behind = list(scene, byName, new PageRange(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThat(behind.items()).isEmpty();
    assertThat(behind.totalCount()).isEqualTo(5);
  }

  @RepeatedTest(5)
  @Tag(Race.TAG)
  default void ofManyWhoEnterANewKpiOneIsToldThatItIsNew() {
    Scene scene = new Scene(this);
    Kpi kpi = kpi(scene, "k1", "Revenue");

    List<Outcome<Effect>> outcomes =
        Race.of(8, i -> () -> RegisterSteps.put(scene, scene.ann, kpi));

    assertThat(outcomes).allMatch(Outcome::succeeded);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.value().filter(Effect.NEW::equals).isPresent())
        .hasSize(1);
    assertThat(scene.storage.kpis().find(scene.ann, kpi.id())).contains(kpi);
  }

  private static void enter(Scene scene, String... idsAndNames) {
    for (String entry : idsAndNames) {
      int colon = entry.indexOf(':');
      Kpi kpi = kpi(scene, entry.substring(0, colon), entry.substring(colon + 1));
      RegisterSteps.put(scene, scene.ann, kpi);
    }
  }

  private static Kpi kpi(Scene scene, String id, String name, String... owners) {
    List<UserId> users = Arrays.stream(owners).map(UserId::new).toList();
    return new Kpi(scene.account, new KpiId(id), new Name(name), users);
  }

  private static List<String> ids(Scene scene, Order<KpiField> order) {
    return list(scene, List.of(order), PageRange.first(10)).items().stream()
        .map(kpi -> kpi.id().value())
        .toList();
  }

  private static Page<Kpi> list(Scene scene, List<Order<KpiField>> order, PageRange range) {
    return scene.storage.kpis().list(scene.ann, KpiFilter.ALL, ListQuery.kpis(order, range));
  }
}
