package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static io.kpigroups.adapter.sqlite.Fixtures.plain;
import static io.kpigroups.adapter.sqlite.Fixtures.whileAnotherProgramWrites;
import static io.kpigroups.adapter.sqlite.store.LostAnswer.MADE;
import static io.kpigroups.adapter.sqlite.store.LostAnswer.NOT_MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.OutcomeUnknown;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.RevisionMatch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a change when the answer to its commit was lost. */
class LostAnswersTest {
  private static final Name NEW_NAME = new Name("Marketing");

  @TempDir static Path folder;

  private final Call ann = freshCall();
  private final KpiGroupId id = freshId();
  private Database database;

  @BeforeEach
  void openDatabase() {
    Fixtures.open(folder).close();
    database = new Database(file(folder));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private ViewedGroup lose(GroupChange change, LostAnswer end) {
    return lose(change, end, ann.deadline());
  }

  private ViewedGroup lose(GroupChange change, LostAnswer end, Deadline deadline) {
    return database.change(deadline, c -> end.after(change.make(c), c), change::again);
  }

  private void given() {
    new SqliteGroups(database).create(ann, id, NAME, NOON, NO_LIMITS);
  }

  private GroupChange creation() {
    KpiGroup group = KpiGroup.create(ann.account(), id, NAME, ann.stamp(NOON));
    return new GroupChange(
        ann, id, (c, found) -> group.join(found.map(ViewedGroup::group), () -> 0, NO_LIMITS));
  }

  private GroupChange rename() {
    RevisionMatch first = RevisionMatch.oneOf(Set.of(Revision.FIRST));
    return new GroupChange(
        ann, id, (connection, found) -> live(found).rename(NEW_NAME, ann.stamp(NOON), first));
  }

  private GroupChange deletion() {
    return new GroupChange(
        ann, id, (connection, found) -> live(found).delete(ann.stamp(NOON), RevisionMatch.any()));
  }

  private KpiGroup live(Optional<ViewedGroup> found) {
    return KpiGroup.liveIn(ann.account(), found.map(ViewedGroup::group));
  }

  /** What another program does to the group. */
  private LostAnswer other(String sql) {
    return connection -> connection.script(sql + " WHERE id = '" + id.value() + "'");
  }

  private Optional<ViewedGroup> found() {
    return new SqliteGroups(database).find(ann, id);
  }

  @Test
  void aCreateThatWasMadeIsAnswered() {
    ViewedGroup created = lose(creation(), MADE);

    assertThat(found()).contains(created);
  }

  @Test
  void aCreateThatWasNotMadeIsMade() {
    ViewedGroup created = lose(creation(), NOT_MADE);

    assertThat(found()).contains(created);
  }

  @Test
  void aCreateThatWasMadeIsAnsweredAsTheGroupIsByThen() {
    ViewedGroup created =
        lose(creation(), MADE.then(other("UPDATE kpi_groups SET name = 'Other', revision = 2")));

    assertThat(created.group().name().value()).isEqualTo("Other");
    assertThat(found()).contains(created);
  }

  @Test
  void aRenameThatWasMadeIsNotMadeTwice() {
    given();

    ViewedGroup renamed = lose(rename(), MADE);
    assertThat(renamed.group().name()).isEqualTo(NEW_NAME);
    assertThat(renamed.group().revision()).isEqualTo(Revision.of(2));
    assertThat(found()).contains(renamed);
  }

  @Test
  void aRenameThatWasNotMadeIsMade() {
    given();

    ViewedGroup renamed = lose(rename(), NOT_MADE);
    assertThat(renamed.group().revision()).isEqualTo(Revision.of(2));
    assertThat(found()).contains(renamed);
  }

  @Test
  void aDeleteThatWasMadeHasSucceeded() {
    given();

    lose(deletion(), MADE);
    assertThat(found()).isEmpty();
  }

  @Test
  void aDeleteThatWasNotMadeIsMade() {
    given();

    lose(deletion(), NOT_MADE);
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE kpi_groups SET revision = 7",
        "UPDATE kpi_groups SET state = 'deleted', deleted_by = 'bob', deleted_at = 0",
        "DELETE FROM kpi_groups"
      })
  void whereOthersHaveChangedTheGroupMeanwhileTheOutcomeIsUnknown(String meanwhile) {
    given();

    assertThatExceptionOfType(OutcomeUnknown.class)
        .isThrownBy(() -> lose(deletion(), NOT_MADE.then(other(meanwhile))))
        .withCauseInstanceOf(SQLException.class);
  }

  @Test
  void aLostAnswerThatWasLookedUpLeavesNoDoubtOfTheFile() throws SQLException {
    lose(creation(), NOT_MADE);

    whileAnotherProgramWrites(folder, () -> database.checkReady(ample()));
  }

  @Test
  void whereNoLookCanBeTakenTheOutcomeIsUnknownAndTheStoreIsNotReady() throws SQLException {
    given();
    try (Connection other = plain(folder);
        Statement statement = other.createStatement()) {
      LostAnswer locked = MADE.then(connection -> statement.executeUpdate("BEGIN EXCLUSIVE"));
      Deadline deadline = Deadline.in(Duration.ofMillis(50), () -> 0);
      assertThatExceptionOfType(OutcomeUnknown.class)
          .isThrownBy(() -> lose(rename(), locked, deadline));
      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(() -> database.checkReady(ample()));
    }
    assertThat(found().orElseThrow().group().name()).isEqualTo(NEW_NAME);
  }
}
