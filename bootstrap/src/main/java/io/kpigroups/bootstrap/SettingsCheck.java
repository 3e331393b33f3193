package io.kpigroups.bootstrap;

import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds all that is wrong with our settings at once, before anything is done with them. Quarkus
 * would tell one kind of mistake after the other, and SmallRye not in sentences of ours.
 */
final class SettingsCheck {
  private final SmallRyeConfig config;
  private final SettingNames names = SettingNames.ours();

  SettingsCheck(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * Checks what was given. A name that may be known to a store that was added is left to {@link
   * #checkNames}, unless something else is wrong.
   *
   * @throws ConfigurationException with a sentence for each thing that is wrong
   */
  void check() {
    refuse(wrong(), doubtful());
  }

  /**
   * Checks the same, and that nothing is missing without which the service cannot run.
   *
   * @throws ConfigurationException with a sentence for each thing that is wrong or missing
   */
  void checkForService() {
    refuse(Stream.concat(wrong(), missing().stream()), doubtful());
  }

  /**
   * Checks the names when it is known which stores there are.
   *
   * @throws ConfigurationException with a sentence for each that is neither ours nor may be theirs
   */
  void checkNames(Collection<String> stores) {
    List<String> added =
        stores.stream().filter(store -> !StoreName.BUILT_IN.contains(store)).toList();
    refuse(
        misspelt().filter(setting -> !setting.isBelow(added)).map(MisspeltSetting::sentence),
        Stream.empty());
  }

  /** Refuses what is wrong, and tells what is doubtful with it. */
  private static void refuse(Stream<String> wrong, Stream<String> doubtful) {
    List<String> sentences = wrong.toList();
    if (!sentences.isEmpty()) {
      throw new ConfigurationException(
          Stream.concat(sentences.stream(), doubtful).collect(Collectors.joining("\n")));
    }
  }

  private Stream<String> wrong() {
    return Stream.of(
            misspelt()
                .filter(setting -> !setting.mayBeOfAnotherStore())
                .map(MisspeltSetting::sentence),
            unresolved(),
            SettingValues.wrong(given()).stream())
        .flatMap(sentences -> sentences);
  }

  /** Settings like {@code ${HOME}/data}, in a place without such a variable. */
  private Stream<String> unresolved() {
    return names.known().stream()
        .map(config::getConfigValue)
        .filter(setting -> setting.getValue() == null && setting.getRawValue() != null)
        .map(ConfigValue::getName)
        .map(name -> "The setting " + name + " refers to something that is not set.");
  }

  private Stream<String> doubtful() {
    return misspelt()
        .filter(MisspeltSetting::mayBeOfAnotherStore)
        .map(setting -> "Unless a store that was added knows it: " + setting.sentence());
  }

  private Stream<MisspeltSetting> misspelt() {
    return names.misspelt(config.getConfigSources()).stream();
  }

  private List<String> missing() {
    return switch (value(StoreName.KEY).orElse(StoreName.EMBEDDED)) {
      case StoreName.MONGO -> hasKey() ? List.of() : List.of(StoreName.needsKey(StoreName.MONGO));
      case StoreName.UPSTREAM ->
          value("kpigroups.upstream.url").isPresent() ? List.of() : List.of(StoreName.NEEDS_URL);
      default -> List.of();
    };
  }

  private boolean hasKey() {
    return value(IdentitySettings.PUBLIC_KEY).isPresent()
        || value(IdentitySettings.LOCATION).isPresent();
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    names.known().forEach(name -> value(name).ifPresent(value -> given.put(name, value)));
    return given;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(config.getConfigValue(name)).map(ConfigValue::getValue);
  }
}
