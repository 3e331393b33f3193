package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static io.kpigroups.adapter.sqlite.store.LostAnswer.MADE;
import static io.kpigroups.adapter.sqlite.store.LostAnswer.NOT_MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.adapter.sqlite.connection.PooledConnection;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.RevisionMatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change that may be repeated, when the answer to its commit was lost: nobody is in doubt. */
class LostRepeatableAnswersTest {
  private static final KpiBatch BATCH =
      new KpiBatch(List.of(new KpiId("new"), new KpiId("too")), List.of(new KpiId("old")));

  @TempDir static Path folder;

  private final Call ann = freshCall();
  private final KpiGroupId id = freshId();
  private Database database;

  @BeforeEach
  void openDatabase() {
    Fixtures.open(folder).close();
    database = new Database(file(folder));
    new SqliteGroups(database).create(ann, id, NAME, NOON, NO_LIMITS);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private void lose(Function<PooledConnection, ?> change, LostAnswer end) {
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> database.write(ann.deadline(), c -> end.after(change.apply(c), c)));
  }

  private void loseBatch(LostAnswer end) {
    new SqliteMemberships(database).add(ann, id, new KpiId("old"), NOON, NO_RULES);
    lose(
        SqliteMemberships.changeOf(
                ann, id, members -> members.change(BATCH, ann.stamp(NOON), NO_RULES))
            ::decide,
        end);
  }

  private KpiBatch.Result change() {
    return new SqliteMemberships(database).change(ann, id, BATCH, NOON, NO_RULES);
  }

  @Test
  void aBatchThatWasMadeIsNotMadeAgain() {
    loseBatch(MADE);

    assertThat(change()).isEqualTo(new KpiBatch.Result(0, 0, 3));
  }

  @Test
  void aBatchThatWasNotMadeIsMadeWhenItIsRepeated() {
    loseBatch(NOT_MADE);

    assertThat(change()).isEqualTo(new KpiBatch.Result(2, 1, 0));
  }

  private void loseRestore(LostAnswer end) {
    new SqliteGroups(database).delete(ann, id, NOON, RevisionMatch.any());
    lose(SqliteGroups.restoration(ann, id, NOON, Instant.EPOCH, NO_LIMITS)::make, end);
  }

  private ViewedGroup restore() {
    return new SqliteGroups(database).restore(ann, id, NOON, Instant.EPOCH, NO_LIMITS);
  }

  @Test
  void aRestoreThatWasMadeIsFoundMade() {
    loseRestore(MADE);

    assertThat(new SqliteGroups(database).find(ann, id)).isPresent().contains(restore());
  }

  @Test
  void aRestoreThatWasNotMadeIsMadeWhenItIsRepeated() {
    loseRestore(NOT_MADE);

    assertThat(new SqliteGroups(database).find(ann, id)).isEmpty();
    assertThat(restore().group().life().isLive()).isTrue();
  }
}
