package io.kpigroups.bootstrap;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.service.Settings;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.CreationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
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
    if (!isDemo(all)) {
      identity.get();
    }
    open(storage);
    if (identity.get().demo().isPresent()) {
      demoData.get().register();
    }
    if (storage.deletedGroups().isPresent()) {
      purge.get().schedule();
    }
  }

  /**
   * Whether tokens are of our own making. Their key is in the data folder: nothing is put there
   * before the store can be used; while keys that others made are judged before it is opened.
   */
  private boolean isDemo(Config all) {
    return StoreName.of(config.store()).equals(StoreName.EMBEDDED)
        && Stream.of(IdentitySettings.PUBLIC_KEY, IdentitySettings.LOCATION)
            .allMatch(key -> all.getOptionalValue(key, String.class).isEmpty());
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
