package io.kpigroups.testkit.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.testkit.fixture.Scene;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.StoredRows;
import io.kpigroups.testkit.fixture.StoredStamps;
import io.kpigroups.testkit.memory.InMemoryStorage;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An author who forgot to tell what a suite must know is told so, and what to do. */
class UntoldTest {
  private static final AccountId ACCOUNT = Scene.freshAccount();
  private static final KpiId KPI = new KpiId("k1");

  private record Untold(KpiGroupStorage storage) implements StoredRows, StoredStamps {}

  @Test
  void whatIsStoredMustBeToldOrNotOffered() {
    Untold author = new Untold(new InMemoryStorage());
    KpiGroup group = new Scene(author).group("Sales");

    assertThatThrownBy(() -> author.storedRows(ACCOUNT))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "Override storedRows in the class of the test."
                + " If the store cannot tell it, let notOffered() name StoredRows.");
    assertThatThrownBy(() -> author.storedMembership(group, KPI))
        .hasMessageStartingWith("Override storedMembership ")
        .hasMessageEndingWith(" StoredStamps.");
    assertThatThrownBy(() -> author.storedDeletion(group))
        .hasMessageStartingWith("Override storedDeletion ");
  }

  @Test
  void kpisMustBeRegisteredElsewhereIfNotHere() {
    KpiGroupStorage without =
        (KpiGroupStorage)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {KpiGroupStorage.class},
                (proxy, method, arguments) -> Optional.empty());
    StorageFixture author = new Untold(without);
    Call ann = new Scene(author).ann;

    assertThatThrownBy(() -> author.givenKpi(ann, KPI))
        .hasMessageContaining("override givenKpi(Call, Kpi) and givenNoKpi");
  }
}
