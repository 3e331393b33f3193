package io.kpigroups.bootstrap;

import io.kpigroups.adapter.rest.Authenticator;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.RestSettings;
import io.kpigroups.adapter.sqlite.SqliteConfig;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.in.GroupFavorites;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.application.port.in.GroupPurge;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.application.service.FavoriteService;
import io.kpigroups.application.service.GroupIds;
import io.kpigroups.application.service.KpiGroupService;
import io.kpigroups.application.service.KpiRegisterService;
import io.kpigroups.application.service.MembershipService;
import io.kpigroups.application.service.PurgeService;
import io.kpigroups.application.service.Settings;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.kpigroups.bootstrap.identity.keys.ProviderAccess;
import io.kpigroups.bootstrap.observability.ObservedPort;
import io.quarkus.arc.BindingsSource;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.InterceptionProxy;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** What is wired to what. */
@Singleton
class Wiring {
  private static final Logger LOG = Logger.getLogger(Wiring.class);

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Several instances make ids in the same second, so chance must be good. */
  @Produces
  @Singleton
  @DefaultBean
  GroupIds groupIds() {
    return GroupIds.random(new SecureRandom());
  }

  @Produces
  @Singleton
  Settings settings(ServiceConfig config) {
    return ServiceSettings.of(config);
  }

  @Produces
  @Singleton
  RestSettings restSettings(ServiceConfig config) {
    return new RestSettings(config.deadline(), config.accessLog());
  }

  @Produces
  @Singleton
  RateLimits rateLimits(ServiceConfig config) {
    return ServiceSettings.rateLimits(config.rateLimit());
  }

  @Produces
  @Singleton
  Identity identity(
      ServiceConfig config,
      IdentityConfig own,
      SqliteConfig embedded,
      Config all,
      ProviderAccess access,
      Clock clock) {
    IdentitySettings settings = IdentitySettings.of(all, own);
    if (settings.hasKey()) {
      return Identity.configured(settings, access, clock);
    }
    if (StoreName.of(config.store()).equals(StoreName.EMBEDDED)) {
      return Identity.demo(settings, SqliteStorage.folder(embedded), clock);
    }
    if (config.store().equals(StoreName.UPSTREAM)) {
      LOG.info("Tokens are passed on as they come: the upstream service judges them.");
      return Identity.elsewhere();
    }
    throw new ConfigurationException(StoreName.needsKey(config.store()));
  }

  @Produces
  @Singleton
  Authenticator authenticator(Identity identity) {
    return identity.authenticator();
  }

  @Produces
  @Singleton
  KpiGroups kpiGroups(
      GroupStore groups,
      Settings settings,
      Clock clock,
      GroupIds ids,
      @BindingsSource(ObservedPort.UseCase.class) InterceptionProxy<KpiGroups> observed) {
    return observed.create(new KpiGroupService(groups, settings, clock, ids));
  }

  @Produces
  @Singleton
  GroupMembership groupMembership(
      MembershipStore memberships,
      Settings settings,
      Clock clock,
      @BindingsSource(ObservedPort.UseCase.class) InterceptionProxy<GroupMembership> observed) {
    return observed.create(new MembershipService(memberships, settings, clock));
  }

  @Produces
  @Singleton
  GroupFavorites groupFavorites(
      FavoriteStore favorites,
      Settings settings,
      Clock clock,
      @BindingsSource(ObservedPort.UseCase.class) InterceptionProxy<GroupFavorites> observed) {
    return observed.create(new FavoriteService(favorites, settings, clock));
  }

  @Produces
  @Singleton
  KpiRegister kpiRegister(
      KpiStore kpis,
      Optional<KpiRegistry> registry,
      Settings settings,
      @BindingsSource(ObservedPort.UseCase.class) InterceptionProxy<KpiRegister> observed) {
    return observed.create(new KpiRegisterService(kpis, registry, settings));
  }

  @Produces
  @Singleton
  GroupPurge groupPurge(
      Optional<DeletedGroups> deleted,
      Settings settings,
      Clock clock,
      @BindingsSource(ObservedPort.UseCase.class) InterceptionProxy<GroupPurge> observed) {
    return observed.create(new PurgeService(deleted, settings, clock));
  }
}
