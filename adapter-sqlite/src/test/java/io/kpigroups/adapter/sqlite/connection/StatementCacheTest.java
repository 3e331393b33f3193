package io.kpigroups.adapter.sqlite.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That statements stay prepared, and not too many of them. */
class StatementCacheTest {
  private Connection connection;
  private final StatementCache statements = new StatementCache();

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private PreparedStatement statement(int number) throws SQLException {
    return statements.prepared(connection, "SELECT " + number);
  }

  @Test
  void aStatementIsPreparedOnce() throws SQLException {
    assertThat(statement(1)).isSameAs(statement(1)).isNotSameAs(statement(2));
  }

  @Test
  void ofManyListsThoseThatWereAskedForLastStayPrepared() throws SQLException {
    PreparedStatement asked = statement(0);
    PreparedStatement forgotten = statement(-1);
    for (int i = 1; i <= 2 * StatementCache.SIZE; i++) {
      statement(i);
      assertThat(statement(0)).isSameAs(asked);
    }
    assertThat(forgotten.isClosed()).isTrue();
    assertThat(asked.isClosed()).isFalse();
    assertThat(statement(-1).executeQuery().getInt(1)).isEqualTo(-1);
  }
}
