package io.kpigroups.adapter.mongo;

import com.mongodb.ConnectionString;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes settings of Quarkus of what the connection string says and Quarkus would drop: the database
 * and whether the driver repeats writes. Every other source outranks it, so that whatever somebody
 * sets explicitly holds.
 *
 * <p>It always answers the same keys: what the build sees of them must not stay behind as a default
 * for another connection string.
 */
public final class ConnectionStringConfig implements ConfigSourceFactory {
  /** The database where none is named. */
  static final String DATABASE = "kpigroups";

  private static final int BELOW_EVERYTHING = 10;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Optional<ConnectionString> given =
        Optional.ofNullable(context.getValue(ConnectionStrings.KEY))
            .map(ConfigValue::getValue)
            .flatMap(ConnectionStringConfig::parse);
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

  /** One that is wrong is no reason to fail here: whoever uses it says what is wrong. */
  private static Optional<ConnectionString> parse(String given) {
    try {
      return Optional.of(ConnectionStrings.parse(given));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
