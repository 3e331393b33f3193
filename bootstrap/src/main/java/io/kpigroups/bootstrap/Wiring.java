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
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
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
import io.kpigroups.bootstrap.config.ServiceConfig;
import io.kpigroups.bootstrap.config.StoreName;
import io.kpigroups.bootstrap.identity.Identity;
import io.kpigroups.bootstrap.identity.IdentityConfig;
import io.kpigroups.bootstrap.identity.IdentitySettings;
import io.kpigroups.bootstrap.identity.keys.ProviderAccess;
import io.kpigroups.bootstrap.observability.ObservedPort.UseCase;
import io.kpigroups.domain.access.AccountLimits;
import io.quarkus.arc.BindingsSource;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.InterceptionProxy;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Makes the services and settings, and gives each what it needs. Quarkus takes a method with a
 * scope as a producer.
 */
@Singleton
class Wiring {
  private static final Logger LOG = Logger.getLogger(Wiring.class);

  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Several instances may make ids in the same second, so their random part must be good. */
  @Singleton
  @DefaultBean
  GroupIds groupIds() {
    return GroupIds.random(new SecureRandom());
  }

  @Singleton
  Settings settings(ServiceConfig config) {
    ServiceConfig.LimitsConfig limits = config.limits();
    return new Settings(
        new AccountLimits(
            limits.groupsPerAccount(),
            limits.kpisPerAccount(),
            limits.kpisPerGroup(),
            limits.favoritesPerUser()),
        config.pageMax(),
        config.kpis(),
        config.requireIfMatch(),
        config.retention());
  }

  @Singleton
  RestSettings restSettings(ServiceConfig config) {
    return new RestSettings(config.deadline(), config.accessLog());
  }

  @Singleton
  RateLimits rateLimits(ServiceConfig config) {
    return new RateLimits(config.rateLimit().perToken(), config.rateLimit().perAccount());
  }

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
    return switch (StoreName.of(config.store())) {
      case StoreName.EMBEDDED -> Identity.demo(settings, SqliteStorage.folder(embedded), clock);
      case StoreName.UPSTREAM -> {
        LOG.info("Tokens are passed on as they come: the upstream service judges them.");
        yield Identity.elsewhere();
      }
      default -> throw new ConfigurationException(StoreName.needsKey(config.store()));
    };
  }

  @Singleton
  Authenticator authenticator(Identity identity) {
    return identity.authenticator();
  }

  @Singleton
  KpiGroups kpiGroups(
      KpiGroupStorage storage,
      Settings settings,
      Clock clock,
      GroupIds ids,
      GroupStore groups,
      MembershipStore memberships,
      Instance<IdempotencyStore> keys,
      @BindingsSource(UseCase.class) InterceptionProxy<KpiGroups> observed) {
    return observed.create(
        new KpiGroupService(
            groups,
            memberships,
            storage.idempotency().map(one -> keys.get()),
            settings,
            clock,
            ids));
  }

  @Singleton
  GroupMembership groupMembership(
      Settings settings,
      Clock clock,
      MembershipStore memberships,
      @BindingsSource(UseCase.class) InterceptionProxy<GroupMembership> observed) {
    return observed.create(new MembershipService(memberships, settings, clock));
  }

  @Singleton
  GroupFavorites groupFavorites(
      Settings settings,
      Clock clock,
      FavoriteStore favorites,
      @BindingsSource(UseCase.class) InterceptionProxy<GroupFavorites> observed) {
    return observed.create(new FavoriteService(favorites, settings, clock));
  }

  @Singleton
  KpiRegister kpiRegister(
      KpiGroupStorage storage,
      Settings settings,
      KpiStore kpis,
      Instance<KpiRegistry> registry,
      @BindingsSource(UseCase.class) InterceptionProxy<KpiRegister> observed) {
    return observed.create(
        new KpiRegisterService(kpis, storage.registry().map(one -> registry.get()), settings));
  }

  @Singleton
  GroupPurge groupPurge(
      KpiGroupStorage storage,
      Settings settings,
      Clock clock,
      Instance<DeletedGroups> deleted,
      Instance<IdempotencyStore> keys,
      @BindingsSource(UseCase.class) InterceptionProxy<GroupPurge> observed) {
    return observed.create(
        new PurgeService(
            storage.deletedGroups().map(one -> deleted.get()),
            storage.idempotency().map(one -> keys.get()),
            settings,
            clock));
  }
}
