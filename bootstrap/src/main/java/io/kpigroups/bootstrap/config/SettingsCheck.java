package io.kpigroups.bootstrap.config;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds everything that is wrong with our settings, before beans use them. Quarkus would report one
 * kind of mistake after the other, and SmallRye not in sentences.
 */
public record SettingsCheck(SmallRyeConfig config) {
  static final String NEEDS_URL =
      "The store \"upstream\" needs to know where upstream is: set kpigroups.upstream.url to the"
          + " https address of the API, such as https://app.gtmhub.com/api/v1.";

  /**
   * Reads the settings from where the service reads them, and checks them.
   *
   * @throws ConfigurationException with a sentence for each thing that is wrong or missing
   */
  public static SmallRyeConfig read() {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    new SettingsCheck(config).check();
    return config;
  }

  /**
   * A name that an added store may know is left to {@link #checkService}, unless something else is
   * wrong.
   */
  void check() {
    List<MisspeltSetting> misspelt = SettingNames.misspelt(config.getConfigSources());
    List<String> wrong =
        wrong(
                misspelt.stream().filter(setting -> !setting.mayBeOfAnotherStore()),
                SettingValues.wrong(given()))
            .toList();
    Stream<String> doubtful =
        misspelt.stream()
            .filter(MisspeltSetting::mayBeOfAnotherStore)
            .map(setting -> "Unless a store that was added knows it: " + setting.sentence());
    refuse(wrong.isEmpty() ? Stream.empty() : Stream.concat(wrong.stream(), doubtful));
  }

  /**
   * Checks the settings that a service has read already.
   *
   * @param service our own settings of them, whose values can be read
   * @param stores the names of the stores that there are
   * @param mappings those of their settings that are known
   * @throws ConfigurationException with a sentence for each thing that is wrong or missing
   */
  public void checkService(
      ServiceConfig service, Collection<String> stores, Collection<Class<?>> mappings) {
    List<String> added =
        stores.stream().filter(store -> !StoreName.BUILT_IN.contains(store)).toList();
    List<String> keys =
        mappings.stream()
            .map(ConfigClass::configClass)
            .flatMap(mapping -> mapping.getProperties().keySet().stream())
            .filter(key -> key.startsWith(SettingNames.PREFIX))
            .toList();
    refuse(
        wrong(
            SettingNames.misspelt(config.getConfigSources()).stream()
                .flatMap(
                    setting ->
                        setting.isBelow(added) ? setting.among(keys).stream() : Stream.of(setting)),
            SettingValues.outOfRange(service)));
  }

  private Stream<String> wrong(Stream<MisspeltSetting> names, List<String> values) {
    return Stream.of(names.map(MisspeltSetting::sentence), unresolved(), values.stream(), missing())
        .flatMap(found -> found);
  }

  static void refuse(Stream<String> sentences) {
    String all = sentences.collect(Collectors.joining("\n"));
    if (!all.isEmpty()) {
      throw new ConfigurationException(all);
    }
  }

  /** Settings like {@code ${HOME}/data} where there is no such variable. */
  private Stream<String> unresolved() {
    return SettingNames.KEYS.stream()
        .map(config::getConfigValue)
        .filter(setting -> setting.getValue() == null && setting.getRawValue() != null)
        .map(
            setting ->
                "The setting " + setting.getName() + " refers to something that is not set.");
  }

  /** Settings that the chosen store needs. */
  private Stream<String> missing() {
    String store = StoreName.of(this::value);
    if (store.equals(StoreName.MONGO) && !StoreName.hasKey(this::value)) {
      return Stream.of(StoreName.needsKey(store));
    }
    boolean isUrlMissing = value("kpigroups.upstream.url").isEmpty();
    return store.equals(StoreName.UPSTREAM) && isUrlMissing ? Stream.of(NEEDS_URL) : Stream.of();
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    SettingNames.KEYS.forEach(name -> value(name).ifPresent(value -> given.put(name, value)));
    return given;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(config.getConfigValue(name).getValue());
  }
}
