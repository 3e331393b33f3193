package com.example.kpigroups.postgres;

import io.kpigroups.application.port.StorageUnavailable;
import java.sql.SQLException;
import java.util.Objects;

/** What the driver said, on its way to {@link Database}: it does not leave this package. */
final class Failure extends RuntimeException {
  private final String state;

  Failure(SQLException cause) {
    super(cause);
    state = Objects.requireNonNullElse(cause.getSQLState(), "");
  }

  /** Whether the state of the standard, or its class, is one of these. */
  boolean is(String states) {
    return state.matches("(" + states + ").*");
  }

  StorageUnavailable unavailable() {
    return new StorageUnavailable("The database cannot do this, or not in time.", getCause());
  }
}
