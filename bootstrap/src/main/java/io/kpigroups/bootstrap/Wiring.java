package io.kpigroups.bootstrap;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.application.FavoriteService;
import io.kpigroups.application.KpiGroupService;
import io.kpigroups.application.KpiRegisterService;
import io.kpigroups.application.MembershipService;
import io.kpigroups.application.PurgeService;
import io.kpigroups.application.Settings;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** What is wired to what. */
@Singleton
class Wiring {

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Settings settings(ServiceConfig config) {
    return ServiceSettings.of(config);
  }

  @Produces
  @Singleton
  RestSettings restSettings(ServiceConfig config) {
    return new RestSettings(config.deadline());
  }

  @Produces
  @Singleton
  RateLimits rateLimits(ServiceConfig config) {
    return ServiceSettings.rateLimits(config.rateLimit());
  }

  @Produces
  @Singleton
  Identity identity(
      ServiceConfig config, IdentityConfig claims, SqliteConfig embedded, Config all, Clock clock) {
    IdentitySettings settings = IdentitySettings.of(all, claims);
    if (settings.hasKey()) {
      return Identity.configured(settings, clock);
    }
    if (StoreName.of(config.store()).equals(StoreName.EMBEDDED)) {
      return Identity.demo(settings, Path.of(embedded.path()), clock);
    }
    throw new ConfigurationException(
        "The store \"%s\" needs a key that verifies tokens: set %s to the path of a public key or to"
                .formatted(config.store(), IdentitySettings.LOCATION)
            + " the address of your identity provider's JWKS.");
  }

  @Produces
  @Singleton
  Authenticator authenticator(Identity identity) {
    return identity.authenticator();
  }

  @Produces
  @Singleton
  KpiGroups kpiGroups(KpiGroupStorage storage, Settings settings, Clock clock) {
    return new KpiGroupService(storage.groups(), settings, clock);
  }

  @Produces
  @Singleton
  GroupMembership groupMembership(KpiGroupStorage storage, Settings settings, Clock clock) {
    return new MembershipService(storage.memberships(), settings, clock);
  }

  @Produces
  @Singleton
  GroupFavorites groupFavorites(KpiGroupStorage storage, Settings settings) {
    return new FavoriteService(storage.favorites(), settings);
  }

  @Produces
  @Singleton
  KpiRegister kpiRegister(KpiGroupStorage storage, Settings settings) {
    return new KpiRegisterService(storage.kpis(), settings);
  }

  @Produces
  @Singleton
  GroupPurge groupPurge(KpiGroupStorage storage, Settings settings, Clock clock) {
    return new PurgeService(storage.deletedGroups(), settings, clock);
  }
}
