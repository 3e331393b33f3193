package io.kpigroups.bootstrap;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.bootstrap.observability.ObservedPort;
import io.quarkus.arc.BindingsSource;
import io.quarkus.arc.InterceptionProxy;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The out-ports of the store in use, each call of them observed. What a store need not be able to
 * do is there as an {@link Optional} too, since a proxy can be made only of the port itself.
 */
@Singleton
class StorePorts {
  private final KpiGroupStorage storage;

  StorePorts(KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Produces
  @Singleton
  GroupStore groups(
      @BindingsSource(ObservedPort.StoreCall.class) InterceptionProxy<GroupStore> observed) {
    return observed.create(storage.groups());
  }

  @Produces
  @Singleton
  MembershipStore memberships(
      @BindingsSource(ObservedPort.StoreCall.class) InterceptionProxy<MembershipStore> observed) {
    return observed.create(storage.memberships());
  }

  @Produces
  @Singleton
  FavoriteStore favorites(
      @BindingsSource(ObservedPort.StoreCall.class) InterceptionProxy<FavoriteStore> observed) {
    return observed.create(storage.favorites());
  }

  @Produces
  @Singleton
  KpiStore kpis(
      @BindingsSource(ObservedPort.StoreCall.class) InterceptionProxy<KpiStore> observed) {
    return observed.create(storage.kpis());
  }

  /** Asked for only where there is one. */
  @Produces
  @Singleton
  KpiRegistry registry(
      @BindingsSource(ObservedPort.StoreCall.class) InterceptionProxy<KpiRegistry> observed) {
    return observed.create(storage.registry().orElseThrow());
  }

  @Produces
  @Singleton
  Optional<KpiRegistry> registryIfAny(Instance<KpiRegistry> observed) {
    return storage.registry().map(unobserved -> observed.get());
  }

  /** Asked for only where there are some. */
  @Produces
  @Singleton
  DeletedGroups deletedGroups(
      @BindingsSource(ObservedPort.StoreCall.class) InterceptionProxy<DeletedGroups> observed) {
    return observed.create(storage.deletedGroups().orElseThrow());
  }

  @Produces
  @Singleton
  Optional<DeletedGroups> deletedGroupsIfAny(Instance<DeletedGroups> observed) {
    return storage.deletedGroups().map(unobserved -> observed.get());
  }
}
