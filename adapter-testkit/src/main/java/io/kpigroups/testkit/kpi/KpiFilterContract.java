package io.kpigroups.testkit.kpi;

import static io.kpigroups.testkit.fixture.ListSteps.kpis;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.query.KpiField;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Owner;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.cursor.PlacedList;
import io.kpigroups.testkit.fixture.ListSteps;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registered KPIs by owner, and by more than one thing at once. */
public interface KpiFilterContract extends StorageFixture {

  @Test
  default void theKpisOfTheCallerAreThoseThatHeOwnsHimself() {
    Scene scene = new Scene(this);
    scene.kpi("k1", "Revenue", "ann");
    scene.kpi("k2", "Churn", "bob");
    scene.kpi("k3", "Shared", "bob", "ann");
    scene.kpi("k4", "Nobody's");

    assertThat(kpis(scene, scene.ann, KpiFilter.of(Owner.CALLER))).containsExactly("k1", "k3");
    assertThat(kpis(scene, scene.bob, KpiFilter.of(Owner.CALLER))).containsExactly("k2", "k3");
    assertThat(kpis(scene, scene.user("eve"), KpiFilter.of(Owner.CALLER))).isEmpty();
  }

  @Test
  default void theKpisOfAUserAreTheSameWhoeverAsks() {
    Scene scene = new Scene(this);
    scene.kpi("k1", "Revenue", "ann");
    scene.kpi("k2", "Shared", "bob", "ann", "eve");

    assertThat(kpis(scene, scene.ann, owned("bob"))).containsExactly("k2");
    assertThat(kpis(scene, scene.bob, owned("ann"))).containsExactly("k1", "k2");
    assertThat(kpis(scene, scene.bob, owned("eve"))).containsExactly("k2");
  }

  @Test
  default void ownersDifferInEveryCharacter() {
    Scene scene = new Scene(this);
    String[] users = {"ann", "Ann", "ann ", " ann", "an", "anna", "an_", "an%", "a\"n", "[ann]"};
    for (int i = 0; i < users.length; i++) {
      scene.kpi("k" + i, "Of " + i, users[i]);
    }

    for (int i = 0; i < users.length; i++) {
      assertThat(kpis(scene, scene.ann, owned(users[i]))).as(users[i]).containsExactly("k" + i);
    }
    assertThat(kpis(scene, scene.ann, owned("ann,bob"))).isEmpty();
  }

  @Test
  default void everyOneOfManyOwnersCountsUntilHeIsReplaced() {
    Scene scene = new Scene(this);
    String[] owners = new String[Kpi.MAX_OWNERS];
    for (int i = 0; i < owners.length; i++) {
      owners[i] = "user " + i;
    }
    scene.kpi("k1", "Revenue", owners);

    assertThat(kpis(scene, scene.ann, owned("user 0"))).containsExactly("k1");
    assertThat(kpis(scene, scene.ann, owned("user 99"))).containsExactly("k1");
    scene.kpi("k1", "Revenue", "user 1");
    assertThat(kpis(scene, scene.ann, owned("user 99"))).isEmpty();
    assertThat(kpis(scene, scene.ann, owned("user 1"))).containsExactly("k1");
  }

  @Test
  default void whatAnotherAccountHasIsNotFound() {
    Scene scene = new Scene(this);
    Scene elsewhere = new Scene(this);
    elsewhere.kpi("k1", "Revenue", "ann");

    assertThat(kpis(scene, scene.ann, KpiFilter.of(Owner.CALLER))).isEmpty();
    assertThat(kpis(scene, scene.ann, KpiFilter.named(SearchText.of("revenue")))).isEmpty();
    assertThat(kpis(scene, scene.ann, KpiFilter.UNGROUPED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  default void everyFilterGivesTheKpisOfTheDomain(long seed) {
    Random random = new Random(seed);
    Scene scene = new Scene(this);
    List<Kpi> model = given(scene, random);
    List<Kpi> grouped = new ArrayList<>();
    for (Kpi kpi : model) {
      if (random.nextInt(3) == 0) {
        scene.join(scene.group("Of " + kpi.id().value()), kpi.id());
        grouped.add(kpi);
      }
    }

    for (int i = 0; i < 40; i++) {
      KpiFilter filter = filter(random);
      ListQuery<KpiField> query = query(random);
      List<Kpi> all =
          model.stream()
              .filter(kpi -> filter.matches(kpi, scene.ann.actor(), id -> grouped.contains(kpi)))
              .sorted(Order.comparator(query.order()))
              .toList();

      Page<Kpi> page = scene.storage.kpis().list(scene.ann, filter, query);

      ListSteps.assertPage(page, all, query.range().skip(), query, filter + " " + query);
      List<Kpi> walked =
          ListSteps.walk(
              part -> scene.storage.kpis().list(scene.ann, filter, query.withRange(part)));
      assertThat(walked).as("%s %s", filter, query).isEqualTo(all);
      PlacedList.kpis(scene, scene.ann, filter).assertWalk(all, query, filter.toString());
    }
  }

  private static List<Kpi> given(Scene scene, Random random) {
    String[] names = {"Revenue", "Net révenue", "Churn", "Rev%", "Größe"};
    String[][] owners = {{}, {"ann"}, {"bob"}, {"bob", "ann"}};
    List<Kpi> kpis = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String name = names[random.nextInt(names.length)];
      kpis.add(scene.kpi("k" + i, name, owners[random.nextInt(owners.length)]));
    }
    return kpis;
  }

  private static KpiFilter filter(Random random) {
    String[] texts = {"rev", "ß", "%", "N", "x"};
    Owner[] owners = {Owner.CALLER, new Owner.Named(new UserId("bob"))};
    return new KpiFilter(
        random.nextBoolean()
            ? Optional.of(SearchText.of(texts[random.nextInt(texts.length)]))
            : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(owners[random.nextInt(owners.length)])
            : Optional.empty(),
        random.nextBoolean());
  }

  private static ListQuery<KpiField> query(Random random) {
    List<Order<KpiField>> byId = List.of(new Order<>(KpiField.ID, random.nextBoolean()));
    List<Order<KpiField>> byName = List.of(new Order<>(KpiField.NAME, random.nextBoolean()));
    List<Order<KpiField>> byBoth = List.of(byName.get(0), byId.get(0));
    return ListQuery.kpis(
        List.of(byId, byName, byBoth).get(random.nextInt(3)),
        new PageRange(random.nextInt(3), 1 + random.nextInt(6)),
        random.nextBoolean());
  }

  private static KpiFilter owned(String user) {
    return KpiFilter.of(new Owner.Named(new UserId(user)));
  }
}
