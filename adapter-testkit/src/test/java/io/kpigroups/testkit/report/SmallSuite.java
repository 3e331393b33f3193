package io.kpigroups.testkit.report;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.memory.InMemoryStorage;
import io.kpigroups.testkit.report.SmallContracts.ExcusedContract;
import io.kpigroups.testkit.report.SmallContracts.OneContract;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A suite with one promise of each outcome, run by {@link ConformanceExtensionTest} alone. */
@ExtendWith(ConformanceExtension.class)
class SmallSuite implements ConformanceFixture, OneContract {

  @Nested
  @DisplayName("Some parts")
  class Parts implements ExcusedContract {
    @Override
    public KpiGroupStorage storage() {
      return SmallSuite.this.storage();
    }
  }

  @Override
  public KpiGroupStorage storage() {
    return new InMemoryStorage();
  }

  @Override
  public String triedWith() {
    return "nothing";
  }

  @Override
  public Map<Class<? extends StorageFixture>, String> notOffered() {
    return Map.of(ExcusedContract.class, "There is no way to say it.");
  }

  @Test
  void aTestOfTheAuthorsOwnIsNoPromise() {}
}
