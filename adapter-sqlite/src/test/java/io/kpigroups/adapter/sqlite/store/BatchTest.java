package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch of members, where another program is in its way. */
class BatchTest extends ForeignDataTest {
  private static final List<KpiId> MANY =
      IntStream.range(0, KpiBatch.MAX_KPIS - 1).mapToObj(n -> new KpiId("kpi" + n)).toList();
  private static final KpiBatch BATCH = new KpiBatch(MANY, List.of(KPI));

  private List<KpiId> members() {
    return storage.memberships().list(ann, ID, ListQuery.members(PAGE)).items().stream()
        .map(Member::kpi)
        .toList();
  }

  private void given() throws SQLException {
    other.group(ID.value(), "Sales", "ann", 0);
    storage.memberships().add(ann, ID, KPI, NOON, NO_RULES);
  }

  private KpiBatch.Result change() {
    return storage.memberships().change(ann, ID, BATCH, NOON, NO_RULES);
  }

  @Test
  void aBatchThatFailsInItsMiddleChangesNothing() throws SQLException {
    given();
    other.store(
        """
        CREATE TRIGGER refuse AFTER INSERT ON kpi_group_memberships WHEN NEW.kpi_id = 'kpi500'
        BEGIN SELECT RAISE(FAIL, 'no'); END
        """);

    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(this::change);
    assertThat(members()).containsExactly(KPI);
    other.store("DROP TRIGGER refuse");
    assertThat(change()).isEqualTo(new KpiBatch.Result(MANY.size(), 1, 0));
  }

  @Test
  void aBatchCountsTheMembersThatAnotherProgramPutIn() throws SQLException {
    given();
    other.store(
        "INSERT INTO kpi_group_memberships VALUES (?1, ?2, 'kpi7', '', 0)", account, ID.value());

    assertThat(change()).isEqualTo(new KpiBatch.Result(MANY.size() - 1, 1, 1));
  }
}
