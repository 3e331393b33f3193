package io.kpigroups.adapter.sqlite;

import io.kpigroups.application.port.OutcomeUnknown;
import java.io.Serial;
import java.sql.SQLException;

/** A commit has failed so that the change may have been made or not. */
final class CommitInDoubt extends SQLException {
  @Serial private static final long serialVersionUID = 1L;

  CommitInDoubt(SQLException e) {
    super(e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
  }

  /** That it cannot be told. */
  OutcomeUnknown stays() {
    return new OutcomeUnknown(
        "Writing the change to the disk failed: it may have been made or not.", this);
  }

  /** That it cannot be told, and why a look could not be taken. */
  OutcomeUnknown stays(Exception noLook) {
    addSuppressed(noLook);
    return stays();
  }
}
