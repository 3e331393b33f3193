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
import java.util.function.Function;
import java.util.stream.Stream;
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

  /** What OpenTelemetry's own variables may say, and what holds if nobody says anything. */
  private static final Map<String, String> TELEMETRY =
      Map.of(
          "exporter.otlp.endpoint", "http://localhost:4317",
          "exporter.otlp.protocol", "grpc",
          "exporter.otlp.headers", "");

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String store = StoreName.of(value(context, StoreName.KEY).orElse(StoreName.EMBEDDED));
    boolean hasKey =
        value(context, IdentitySettings.PUBLIC_KEY).isPresent()
            || value(context, IdentitySettings.LOCATION).isPresent();
    Map<String, String> derived = derive(store, hasKey, context.getProfiles().contains("prod"));
    derived.putAll(telemetry(key -> value(context, key)));
    return List.of(
        new PropertiesConfigSource(
            derived, "KPI Groups, derived from other settings", BELOW_EVERYTHING));
  }

  /**
   * Tracing is off unless somebody says where traces go: by a setting of Quarkus or, as other
   * services take it, by {@code OTEL_EXPORTER_OTLP_ENDPOINT}.
   */
  static Map<String, String> telemetry(Function<String, Optional<String>> settings) {
    boolean isTracing =
        Stream.of(
                "otel.exporter.otlp.endpoint",
                "quarkus.otel.exporter.otlp.endpoint",
                "quarkus.otel.exporter.otlp.traces.endpoint")
            .anyMatch(key -> settings.apply(key).isPresent());
    Map<String, String> derived = new HashMap<>();
    derived.put("quarkus.otel.sdk.disabled", String.valueOf(!isTracing));
    TELEMETRY.forEach(
        (key, standard) ->
            derived.put("quarkus.otel." + key, settings.apply("otel." + key).orElse(standard)));
    return derived;
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

  /** What somebody has set; neither a default nor what we derived ourselves, at build time. */
  private static Optional<String> value(ConfigSourceContext context, String key) {
    return Optional.ofNullable(context.getValue(key))
        .filter(value -> value.getConfigSourceOrdinal() > BELOW_EVERYTHING)
        .map(ConfigValue::getValue)
        .filter(value -> !value.isBlank());
  }
}
