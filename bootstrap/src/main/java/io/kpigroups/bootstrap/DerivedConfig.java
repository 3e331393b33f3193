package io.kpigroups.bootstrap;

import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives from our settings what Quarkus must switch. Every other source outranks it, so that
 * whatever somebody sets explicitly holds.
 *
 * <p>It always answers the same keys: what the build sees of them must not stay behind as a default
 * for another mode.
 */
public final class DerivedConfig implements ConfigSourceFactory {
  private static final int BELOW_EVERYTHING = 10;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String store = StoreName.of(value(context, StoreName.KEY).orElse(StoreName.EMBEDDED));
    boolean hasKey =
        value(context, IdentitySettings.PUBLIC_KEY).isPresent()
            || value(context, IdentitySettings.LOCATION).isPresent();
    return List.of(
        new PropertiesConfigSource(
            derive(store, hasKey, context.getProfiles().contains("prod")),
            "KPI Groups, derived from " + StoreName.KEY,
            BELOW_EVERYTHING));
  }

  static Map<String, String> derive(String store, boolean hasKey, boolean production) {
    boolean demo = store.equals(StoreName.EMBEDDED) && !hasKey;
    String host = demo || !production ? "127.0.0.1" : "0.0.0.0";
    Map<String, String> derived = new HashMap<>();
    derived.put("quarkus.mongodb.active", String.valueOf(store.equals(StoreName.MONGO)));
    derived.put("quarkus.http.host", host);
    derived.put("quarkus.management.host", host);
    return derived;
  }

  private static Optional<String> value(ConfigSourceContext context, String key) {
    return Optional.ofNullable(context.getValue(key))
        .map(ConfigValue::getValue)
        .filter(value -> !value.isBlank());
  }
}
