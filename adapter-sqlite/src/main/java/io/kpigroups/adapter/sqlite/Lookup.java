package io.kpigroups.adapter.sqlite;

import java.io.Serial;
import java.sql.SQLException;

/**
 * Looks up the facts that the domain asks for while it decides. It knows no SQLException, so one is
 * carried through it, and {@link Database} takes it out again.
 */
record Lookup(Session session) {

  /** A fact that could not be looked up. */
  static final class Failed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final SQLException reason;

    private Failed(SQLException reason) {
      super(reason);
      this.reason = reason;
    }

    SQLException reason() {
      return reason;
    }
  }

  /** See {@link Session#number}. */
  long number(Sql sql, Object... values) {
    try {
      return session.number(sql, values);
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /** See {@link Session#exists}. */
  boolean exists(Sql sql, Object... values) {
    try {
      return session.exists(sql, values);
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }
}
