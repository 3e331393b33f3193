package io.kpigroups.bootstrap;

import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.config.Ports;
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.config.SettingsCheck;
import io.kpigroups.bootstrap.config.StoreName;
import io.kpigroups.bootstrap.demo.DemoData;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.job.Purge;
import io.kpigroups.bootstrap.store.FailureCause;
import io.kpigroups.bootstrap.store.Stores;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.CreationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The steps of the start, in their order. What can never work ends the start with a sentence; a
 * store that cannot be reached yet does not: the service then starts and is not ready.
 */
@Singleton
record StartUp(ServiceConfig config, Stores stores) {
  private static final Logger LOG = Logger.getLogger(StartUp.class);

  /** Runs before any bean is made; the method is static so that this bean is not made either. */
  static void checkPorts(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, Config config) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      new Ports(config).check();
    }
  }

  /** Beans that need an open store are made only after the store is open. */
  void check(
      @Observes StartupEvent event,
      SmallRyeConfig all,
      KpiGroupStorage storage,
      Instance<Identity> identity,
      Instance<DemoData> demoData,
      Instance<Purge> purge) {
    new SettingsCheck(all).checkService(config, stores.names(), stores.mappings());
    if (!StoreName.isDemo(key -> all.getOptionalValue(key, String.class))) {
      // A configured key is checked before the store is opened. The key of a demo is made later,
      // since it is kept in the store's folder, which must be usable first.
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

  private void open(KpiGroupStorage storage) {
    try {
      storage.prepare();
    } catch (StorageUnavailable e) {
      LOG.warn("The store \"" + config.store() + "\" cannot be reached yet: " + FailureCause.of(e));
      LOG.debug("Why it cannot be reached.", e);
    } catch (RuntimeException e) {
      // The port's contract: any other exception means that the store can never be used as it is.
      LOG.debug("The store does not open.", e);
      Throwable reason = e instanceof CreationException && e.getCause() != null ? e.getCause() : e;
      throw new ConfigurationException(
          "The store \"" + config.store() + "\" cannot be used: " + reason.getMessage());
    }
  }
}
