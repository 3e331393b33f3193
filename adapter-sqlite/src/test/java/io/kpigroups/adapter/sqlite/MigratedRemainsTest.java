package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.DeletedGroups.Removal;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a file of an older version holds of deleted groups, and of other programs. */
class MigratedRemainsTest extends OldVersionTest {
  private static final KpiGroupId PURGING = new KpiGroupId("6ae6f194633bcd6f64686ca1");
  private static final KpiGroupId DELETED = new KpiGroupId("6ae6f19e14e47ced28374ced");

  private final Call odd = callOf("odd");

  private DeletedGroups deleted() {
    return storage.deletedGroups().orElseThrow();
  }

  @Test
  void whatWasDeletedStaysSoUntilItsTime() throws SQLException {
    assertThat(storage.groups().find(ann, DELETED)).isEmpty();
    assertThat(
            number(
                folder,
                "SELECT deleted_at FROM kpi_groups"
                    + " WHERE id = ? AND state = 'deleted' AND deleted_by = 'bob' AND members = 2",
                DELETED.value()))
        .isEqualTo(START.plusSeconds(32).toEpochMilli());

    Claim claim = new Claim(ann.account(), DELETED);
    assertThat(deleted().claim(START.plusSeconds(31), 10, ample())).doesNotContain(claim);
    assertThat(deleted().claim(START.plusSeconds(32), 10, ample())).contains(claim);
    assertThat(deleted().remove(claim, ample())).isEqualTo(Removal.REMOVED);
  }

  @Test
  void aPurgeThatHadBegunGoesOn() throws SQLException {
    Claim marked = new Claim(ann.account(), PURGING);
    Claim due = new Claim(odd.account(), new KpiGroupId("00000000000000000000dead"));
    Claim alsoDue = new Claim(odd.account(), new KpiGroupId("00000000000000000000d1e5"));

    assertThat(deleted().backlog(START, ample())).as("with one that cannot be read").isEqualTo(4);
    assertThat(deleted().remove(due, ample())).as("not marked").isEqualTo(Removal.NOTHING);
    assertThat(deleted().claim(START, 10, ample())).containsExactly(due, alsoDue, marked);
    assertThat(deleted().remove(marked, ample())).isEqualTo(Removal.REMOVED);
    assertThat(
            number(
                folder,
                "SELECT count(*) FROM kpi_group_memberships WHERE group_id = ?",
                PURGING.value()))
        .isZero();
  }

  @Test
  void whatAnotherProgramHasWrittenIsShownAsItWas() {
    KpiGroup group = groups(odd).get(0).group();

    assertThat(group.name().value()).isEqualTo("\ttab\0null");
    assertThat(group.created().by().value()).isEqualTo("änn\n");
    assertThat(group.created().at().toEpochMilli()).isEqualTo(-1);
    assertThat(group.modified().by().value()).isEmpty();
    assertThat(group.modified().at().toEpochMilli()).isEqualTo(Long.MIN_VALUE);
    assertThat(group.revision()).isEqualTo(Revision.of(41));
    assertThat(storage.kpis().find(odd, CHURN).orElseThrow().owners())
        .extracting(UserId::value)
        .containsExactly("ann", "ann", "ä");
  }

  @Test
  void whatCouldNotBeReadStillCannot() {
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> groups(callOf("broken")))
        .withMessageContaining("cannot be read");
  }
}
