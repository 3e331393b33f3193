package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.out.KpiStore.Entry;
import io.kpigroups.domain.AccountMismatch;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.Kpi;
import io.kpigroups.domain.KpiField;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.KpiName;
import io.kpigroups.domain.KpiNotFound;
import io.kpigroups.domain.KpiQuery;
import io.kpigroups.domain.Order;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import io.kpigroups.domain.UserId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link io.kpigroups.application.port.out.KpiStore} promises. */
public interface KpiContract extends StorageFixture {

  @Test
  default void anEntryIsNewThenReplacedAsAWhole() {
    Actor ann = annInNewAccount();
    Kpi first = kpi(ann, "rev", "Révenue 😀", "ann", "bob");
    assertThat(storage().kpis().put(ann, first)).isEqualTo(Entry.NEW);
    assertThat(storage().kpis().find(ann, first.id())).contains(first);
    Kpi second = kpi(ann, "rev", "Turnover");
    assertThat(storage().kpis().put(ann, second)).isEqualTo(Entry.REPLACED);
    assertThat(storage().kpis().put(ann, second)).isEqualTo(Entry.REPLACED);
    assertThat(storage().kpis().find(ann, first.id())).contains(second);
  }

  @Test
  default void anEntryOfAnotherAccountThanTheActorsIsRefused() {
    Actor ann = annInNewAccount();
    Kpi foreign = kpi(annInNewAccount(), "rev", "Revenue");
    assertThatThrownBy(() -> storage().kpis().put(ann, foreign))
        .isInstanceOf(AccountMismatch.class);
    assertThat(storage().kpis().find(ann, foreign.id())).isEmpty();
  }

  @Test
  default void whatIsRemovedIsGoneAndMayComeBackAsNew() {
    Actor ann = annInNewAccount();
    Kpi kpi = kpi(ann, "rev", "Revenue");
    storage().kpis().put(ann, kpi);
    storage().kpis().remove(ann, kpi.id());
    assertThat(storage().kpis().find(ann, kpi.id())).isEmpty();
    assertThatThrownBy(() -> storage().kpis().remove(ann, kpi.id()))
        .isInstanceOf(KpiNotFound.class);
    assertThat(storage().kpis().put(ann, kpi)).isEqualTo(Entry.NEW);
  }

  @Test
  default void theRegisterIsListedByIdOrNameInPages() {
    Actor ann = annInNewAccount();
    List<Kpi> byId =
        List.of(
            kpi(ann, "A", "same"),
            kpi(ann, "_", "Zett"),
            kpi(ann, "a", "Same"),
            kpi(ann, "b", "äh"));
    byId.stream()
        .sorted(Comparator.comparing(k -> k.name().value()))
        .forEach(k -> storage().kpis().put(ann, k));
    assertThat(list(ann, PageRange.first(10)).items()).isEqualTo(byId);
    Page<Kpi> page = list(ann, new PageRange(1, 2), Order.ascending(KpiField.NAME));
    assertThat(page.items()).containsExactly(byId.get(0), byId.get(2));
    assertThat(page.totalCount()).isEqualTo(4);
    assertThat(
            list(
                    ann,
                    PageRange.first(10),
                    Order.descending(KpiField.NAME),
                    Order.descending(KpiField.ID))
                .items())
        .containsExactly(byId.get(1), byId.get(2), byId.get(0), byId.get(3));
    assertThat(list(ann, new PageRange(4, 10)).items()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private Page<Kpi> list(Actor actor, PageRange range, Order<KpiField>... order) {
    return storage().kpis().list(actor, new KpiQuery(List.of(order), range));
  }

  private static Kpi kpi(Actor actor, String id, String name, String... owners) {
    List<UserId> users = Arrays.stream(owners).map(UserId::new).toList();
    return new Kpi(actor.account(), new KpiId(id), new KpiName(name), users);
  }
}
