package io.kpigroups.bootstrap;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.quarkus.arc.All;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The stores that are in this build, and the one that is in use. */
@Singleton
class Stores {
  private final Map<String, InstanceHandle<KpiGroupStorage>> byName = new TreeMap<>();

  Stores(@All @Any List<InstanceHandle<KpiGroupStorage>> stores) {
    for (InstanceHandle<KpiGroupStorage> store : stores) {
      store.getBean().getQualifiers().stream()
          .filter(Identifier.class::isInstance)
          .map(Identifier.class::cast)
          .forEach(name -> byName.put(name.value(), store));
    }
  }

  Set<String> names() {
    return byName.keySet();
  }

  @Produces
  @Singleton
  KpiGroupStorage selected(ServiceConfig config) {
    InstanceHandle<KpiGroupStorage> store = byName.get(StoreName.of(config.store()));
    if (store == null) {
      throw new ConfigurationException(
          String.format(
              Locale.ROOT,
              "There is no store \"%s\" for %s here; there are: %s.",
              config.store(),
              StoreName.KEY,
              String.join(", ", byName.keySet())));
    }
    return store.get();
  }
}
