package io.kpigroups.bootstrap.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardTest {

  @Test
  void everyRowIsOneWhoseQueriesAreCheckedAgainstARunningService() {
    List<String> checked = new ArrayList<>(Dashboard.EVERYWHERE);
    checked.addAll(List.of(Dashboard.MONGODB, Dashboard.UPSTREAM));
    assertThat(Dashboard.queries().keySet()).containsExactlyInAnyOrderElementsOf(checked);
  }
}
