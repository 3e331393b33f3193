package io.kpigroups.bootstrap.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Sets settings of Quarkus that follow from ours. Every other source has a higher ordinal, so that
 * a value that somebody sets is used.
 *
 * <p>It always has the same keys. Quarkus keeps the values that it sees at build time as defaults;
 * a key that were missing at run time would fall back to them.
 */
public final class DerivedConfig implements ConfigSourceFactory {
  private static final int BELOW_EVERYTHING = 10;

  /** Settings that OpenTelemetry's own variables may set too, with our defaults. */
  private static final Map<String, String> TELEMETRY =
      Map.of(
          "otel.exporter.otlp.endpoint", "http://localhost:4317",
          "otel.exporter.otlp.protocol", "grpc",
          "otel.exporter.otlp.headers", "");

  private static final List<String> TRACING =
      List.of(
          "otel.exporter.otlp.endpoint",
          "quarkus.otel.exporter.otlp.endpoint",
          "quarkus.otel.exporter.otlp.traces.endpoint");

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    boolean isProduction = context.getProfiles().contains("prod");
    return List.of(
        new PropertiesConfigSource(
            derive(key -> value(context, key), isProduction),
            "KPI Groups, derived from other settings",
            BELOW_EVERYTHING));
  }

  /**
   * A demo and development listen on the loopback address only. Tracing is off unless an endpoint
   * is set: by a setting of Quarkus, or by {@code OTEL_EXPORTER_OTLP_ENDPOINT}.
   */
  static Map<String, String> derive(
      Function<String, Optional<String>> settings, boolean isProduction) {
    String host = StoreName.isDemo(settings) || !isProduction ? "127.0.0.1" : "0.0.0.0";
    boolean isTracing = TRACING.stream().anyMatch(key -> settings.apply(key).isPresent());
    Map<String, String> derived = new HashMap<>();
    derived.put(
        "quarkus.mongodb.active", String.valueOf(StoreName.of(settings).equals(StoreName.MONGO)));
    derived.put("quarkus.http.host", host);
    derived.put("quarkus.management.host", host);
    derived.put("quarkus.otel.sdk.disabled", String.valueOf(!isTracing));
    TELEMETRY.forEach(
        (key, standard) -> derived.put("quarkus." + key, settings.apply(key).orElse(standard)));
    return derived;
  }

  /** A value that somebody has set: no default, and none that this source had at build time. */
  private static Optional<String> value(ConfigSourceContext context, String key) {
    return Optional.ofNullable(context.getValue(key))
        .filter(value -> value.getConfigSourceOrdinal() > BELOW_EVERYTHING)
        .map(ConfigValue::getValue)
        .filter(value -> !value.isBlank());
  }
}
