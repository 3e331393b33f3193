package io.kpigroups.bootstrap.store;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.config.StoreName;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stores that are in this build, and the one that is in use. */
@Singleton
public class Stores {
  private final Map<String, InstanceHandle<KpiGroupStorage>> byName = new TreeMap<>();

  public Stores(@All @Any List<InstanceHandle<KpiGroupStorage>> stores) {
    for (InstanceHandle<KpiGroupStorage> store : stores) {
      store.getBean().getQualifiers().stream()
          .filter(Identifier.class::isInstance)
          .map(Identifier.class::cast)
          .forEach(name -> byName.put(name.value(), store));
    }
  }

  /** The names of all stores. */
  public Set<String> names() {
    return byName.keySet();
  }

  /**
   * The mappings of settings that the beans of added stores are given, in constructors or fields.
   * Nothing is loaded of the others: their settings are known.
   */
  public List<Class<?>> mappings() {
    return byName.entrySet().stream()
        .filter(store -> !StoreName.BUILT_IN.contains(store.getKey()))
        .<Class<?>>map(store -> store.getValue().getBean().getBeanClass())
        .flatMap(Stores::given)
        .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
        .toList();
  }

  private static Stream<Class<?>> given(Class<?> bean) {
    return Stream.concat(
        Arrays.stream(bean.getDeclaredConstructors())
            .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes())),
        Arrays.stream(bean.getDeclaredFields()).map(Field::getType));
  }

  @Singleton
  KpiGroupStorage selected(ServiceConfig config) {
    InstanceHandle<KpiGroupStorage> store = byName.get(StoreName.of(config.store()));
    if (store == null) {
      throw new ConfigurationException(
          "There is no store \""
              + config.store()
              + "\" for kpigroups.store here; there are: "
              + String.join(", ", byName.keySet())
              + ".");
    }
    return store.get();
  }
}
