package io.kpigroups.adapter.sqlite.change;

import static io.kpigroups.adapter.sqlite.Fixtures.NAME;
import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_LIMITS;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.freshId;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static io.kpigroups.adapter.sqlite.Fixtures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedChangesTest {
  private static final KpiId ONE = new KpiId("one");
  private static final KpiBatch TWO = new KpiBatch(List.of(new KpiId("two")), List.of(ONE));

  @TempDir Path folder;

  private final Call ann = freshCall();
  private final KpiGroupId id = freshId();

  @Test
  void aChangeIsWrittenOnceAndWhatIsAsItShouldBeIsNot() throws SQLException {
    try (SqliteStorage storage = open(folder);
        Connection other = plain(folder)) {
      for (Runnable change : changes(storage)) {
        long before = version(other);
        change.run();
        long made = version(other);
        assertThat(made).isNotEqualTo(before);

        change.run();
        assertThat(version(other)).isEqualTo(made);
      }
    }
  }

  private List<Runnable> changes(SqliteStorage storage) {
    Name renamed = new Name("Marketing");
    return List.of(
        () -> storage.groups().create(ann, id, NAME, NOON, NO_LIMITS),
        () -> storage.groups().rename(ann, id, renamed, NOON, RevisionMatch.any()),
        () -> storage.favorites().add(ann, id, NOON, NO_LIMITS),
        () -> storage.memberships().add(ann, id, ONE, NOON, NO_RULES),
        () -> storage.memberships().change(ann, id, TWO, NOON, NO_RULES),
        () -> storage.favorites().remove(ann, id, NOON));
  }

  /** Another one after every commit of another connection that has written anything. */
  private static long version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA data_version")) {
      row.next();
      return row.getLong(1);
    }
  }
}
