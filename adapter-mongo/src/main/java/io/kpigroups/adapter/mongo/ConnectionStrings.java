package io.kpigroups.adapter.mongo;

import com.mongodb.ConnectionString;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads what the connection string says, without asking any server for the rest of it. */
final class ConnectionStrings {
  static final String KEY = "quarkus.mongodb.connection-string";

  private ConnectionStrings() {}

  /** The connection string of the settings, if there is one. */
  static Optional<ConnectionString> of(Config config) {
    return config.getOptionalValue(KEY, String.class).map(ConnectionStrings::parse);
  }

  /**
   * The driver would look up the records of a {@code mongodb+srv} name; what is asked here stands
   * in the string itself.
   */
  static ConnectionString parse(String given) {
    if (!given.startsWith("mongodb+srv://")) {
      return new ConnectionString(given);
    }
    return new ConnectionString(
        given
            .replaceFirst("^mongodb\\+srv:", "mongodb:")
            .replaceAll("(?i)(?<=[?&;])srv[a-z]+=[^&;]*", ""));
  }
}
