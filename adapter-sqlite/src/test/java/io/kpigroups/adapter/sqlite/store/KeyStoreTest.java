package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.file;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.store.LostAnswer.MADE;
import static io.kpigroups.adapter.sqlite.store.LostAnswer.NOT_MADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kpigroups.adapter.sqlite.Fixtures;
import io.kpigroups.adapter.sqlite.connection.Database;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.failure.IdempotencyKeyInUse;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.RevisionMatch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of idempotency keys, when answers are lost and work is cut. */
class KeyStoreTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("one");

  /** Longer than the call has. */
  private static final Instant LATER = NOON.plusSeconds(6);

  @TempDir static Path folder;

  private final Call ann =
      new Call(freshCall().actor(), Deadline.in(Duration.ofSeconds(5), () -> 0));
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

  private KeyedCreate claim(KpiGroupId wanted, Instant now) {
    return new SqliteKeys(database).claim(ann, KEY, wanted, NAME, now);
  }

  private void loseClaim(LostAnswer end) {
    KeyedCreate wanted = IdempotencyStore.wanted(ann, id, NAME, NOON);
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(
            () ->
                database.write(
                    ann.deadline(),
                    c -> end.after(SqliteKeys.claim(c, ann, KEY, wanted, NOON), c)));
  }

  private long keys() throws SQLException {
    return number(
        folder,
        "SELECT count(*) FROM idempotency_keys WHERE account_id = ?",
        ann.account().value());
  }

  @Test
  void aClaimThatWasMadeAndLostIsAtWorkUntilItsTimeIsOverAndThenFinished() {
    loseClaim(MADE);

    assertThatExceptionOfType(IdempotencyKeyInUse.class)
        .isThrownBy(() -> claim(freshId(), NOON.plusSeconds(4)));
    assertThat(claim(freshId(), LATER).group().id()).isEqualTo(id);
  }

  @Test
  void aClaimThatWasNotMadeLeavesTheKeyFree() {
    loseClaim(NOT_MADE);

    KpiGroupId other = freshId();
    assertThat(claim(other, NOON).group().id()).isEqualTo(other);
  }

  @Test
  void aClaimIsAnsweredAsItIsKept() throws SQLException {
    Instant now = NOON.plusNanos(999_999);
    KeyedCreate claimed = claim(id, now);

    assertThat(claimed.workingUntil()).isEqualTo(NOON.plusSeconds(5));
    new SqliteKeys(database).finish(ann, KEY, claimed);
    assertThat(claim(freshId(), now)).isEqualTo(claimed.done());
    assertThat(keys()).isOne();
  }

  @Test
  void whoseClaimWasTakenOverFreesNothing() throws SQLException {
    KeyedCreate first = claim(id, NOON);
    KeyedCreate second = claim(freshId(), LATER);

    new SqliteKeys(database).release(ann, KEY, first);
    assertThat(keys()).isOne();
    new SqliteKeys(database).release(ann, KEY, second);
    assertThat(keys()).isZero();
  }

  @Test
  void aKeyWhoseGroupWasPurgedBeforeItWasNotedIsDone() {
    KeyedCreate claimed = claim(id, NOON);
    new SqliteGroups(database).create(ann, id, NAME, NOON, NO_LIMITS);
    new SqliteGroups(database).delete(ann, id, NOON, RevisionMatch.any());
    SqliteDeletedGroups deleted = new SqliteDeletedGroups(database);
    deleted.claim(NOON, 1_000, ample());
    deleted.remove(new Claim(ann.account(), id), ample());

    assertThat(claim(freshId(), LATER)).isEqualTo(claimed.done());
  }

  @Test
  void aKeyThatCannotBeReadMakesTheStoreUnavailable() throws SQLException {
    claim(id, NOON);
    Fixtures.execute(
        folder,
        "UPDATE idempotency_keys SET group_id = 'NO ID' WHERE account_id = '"
            + ann.account().value()
            + "'");

    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> claim(freshId(), LATER))
        .withMessageContaining("cannot be read");
  }
}
