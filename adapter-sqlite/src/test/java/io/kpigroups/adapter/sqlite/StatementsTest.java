package io.kpigroups.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That statements stay prepared, and not too many of them. */
class StatementsTest {
  private Connection connection;
  private Statements statements;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    statements = new Statements(connection);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private PreparedStatement list(int number) throws SQLException {
    return statements.ofList("SELECT " + number);
  }

  @Test
  void aStatementIsPreparedOnce() throws SQLException {
    assertThat(statements.of(Sql.BEGIN_READ)).isSameAs(statements.of(Sql.BEGIN_READ));
    assertThat(list(1)).isSameAs(list(1)).isNotSameAs(list(2));
  }

  @Test
  void ofManyListsThoseThatWereAskedForLastStayPrepared() throws SQLException {
    PreparedStatement asked = list(0);
    PreparedStatement forgotten = list(-1);
    for (int i = 1; i <= 100; i++) {
      list(i);
      assertThat(list(0)).isSameAs(asked);
    }
    assertThat(forgotten.isClosed()).isTrue();
    assertThat(asked.isClosed()).isFalse();
    assertThat(list(-1).executeQuery().getInt(1)).isEqualTo(-1);
  }
}
