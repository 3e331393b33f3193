package io.kpigroups.bootstrap;

import io.kpigroups.application.Settings;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.domain.StorageUnavailable;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.CreationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start what cannot work, with a sentence each. A store that is merely out of reach is
 * no reason: the service then starts unready.
 */
@Singleton
class StartUp {
  private static final Logger LOG = Logger.getLogger(StartUp.class);

  private final ServiceConfig config;
  private final Stores stores;

  StartUp(ServiceConfig config, Stores stores) {
    this.config = config;
    this.stores = stores;
  }

  /**
   * The parameters are checks too: none of them can be made of settings that are wrong. What needs
   * an open store is asked for only when it is open.
   */
  void check(
      @Observes StartupEvent event,
      Config all,
      Settings settings,
      KpiGroupStorage storage,
      Instance<Identity> identity,
      Instance<DemoData> demoData,
      Instance<Purge> purge) {
    new SettingsCheck(all.unwrap(SmallRyeConfig.class)).checkNames(stores.names());
    Identity judge = identity.get();
    open(storage);
    if (judge.demo().isPresent()) {
      demoData.get().register();
    }
    purge.get().schedule();
  }

  private void open(KpiGroupStorage storage) {
    try {
      storage.prepare();
    } catch (StorageUnavailable e) {
      LOG.warn("The store \"" + config.store() + "\" cannot be reached yet: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.debug("The store does not open.", e);
      Throwable reason = e instanceof CreationException && e.getCause() != null ? e.getCause() : e;
      throw new ConfigurationException(
          "The store \"" + config.store() + "\" cannot be used: " + reason.getMessage());
    }
  }
}
