package io.kpigroups.adapter.mongo.config;

import com.mongodb.ConnectionString;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns into settings of Quarkus what the connection string says and Quarkus would ignore: the
 * database, and whether the driver repeats writes. Every other source has precedence, so explicit
 * settings win.
 *
 * <p>The string is read only if this store is chosen. A malformed one is refused here, since
 * Quarkus would end the start with a stack trace before any bean could explain it.
 *
 * <p>The source always has the same keys: Quarkus records at build time what a source answers, and
 * must not keep the value of one connection string as the default for another.
 */
public final class ConnectionStringConfig implements ConfigSourceFactory {
  static final String KEY = "quarkus.mongodb.connection-string";

  /** The database if none is named. */
  private static final String DATABASE = "kpigroups";

  private static final int BELOW_EVERYTHING = 10;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Optional<ConnectionString> given =
        value(context, "kpigroups.store")
            .filter("mongo"::equals)
            .flatMap(store -> value(context, KEY))
            .map(ConnectionStringConfig::parse);
    String database = given.map(ConnectionString::getDatabase).orElse(DATABASE);
    boolean retry = given.map(ConnectionString::getRetryWritesValue).orElse(false);
    Map<String, String> derived =
        Map.of(
            "quarkus.mongodb.database",
            database,
            "quarkus.mongodb.write-concern.retry-writes",
            String.valueOf(retry));
    return List.of(
        new PropertiesConfigSource(
            derived, "KPI Groups, of MongoDB's connection string", BELOW_EVERYTHING));
  }

  private static Optional<String> value(ConfigSourceContext context, String key) {
    return Optional.ofNullable(context.getValue(key)).map(ConfigValue::getValue);
  }

  /**
   * Reads a connection string without the DNS lookup that the driver does for {@code mongodb+srv}:
   * what is needed here is in the string itself.
   *
   * @throws ConfigurationException if it is malformed; the driver's own message is not repeated,
   *     since it may contain part of the password
   */
  static ConnectionString parse(String given) {
    try {
      return new ConnectionString(
          given.startsWith("mongodb+srv://")
              ? given.replaceFirst("\\+srv", "").replaceAll("(?i)(?<=[?&;])srv[a-z]+=[^&;]*", "")
              : given);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "The setting "
              + KEY
              + " is no connection string: it must begin with mongodb:// or mongodb+srv://, and in"
              + " user name and password signs such as @ : / % must be encoded (@ as %40).");
    }
  }
}
