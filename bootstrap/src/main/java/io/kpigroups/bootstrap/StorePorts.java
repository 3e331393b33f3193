package io.kpigroups.bootstrap;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.bootstrap.observability.StoreCall;
import io.quarkus.arc.BindingsSource;
import io.quarkus.arc.InterceptionProxy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The out-ports of the store in use, each call of them observed. */
@Singleton
class StorePorts {
  private final KpiGroupStorage storage;

  StorePorts(KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Produces
  @Singleton
  GroupStore groups(
      @BindingsSource(StoreCall.OnEveryMethod.class) InterceptionProxy<GroupStore> observed) {
    return observed.create(storage.groups());
  }

  @Produces
  @Singleton
  MembershipStore memberships(
      @BindingsSource(StoreCall.OnEveryMethod.class) InterceptionProxy<MembershipStore> observed) {
    return observed.create(storage.memberships());
  }

  @Produces
  @Singleton
  FavoriteStore favorites(
      @BindingsSource(StoreCall.OnEveryMethod.class) InterceptionProxy<FavoriteStore> observed) {
    return observed.create(storage.favorites());
  }

  @Produces
  @Singleton
  KpiStore kpis(
      @BindingsSource(StoreCall.OnEveryMethod.class) InterceptionProxy<KpiStore> observed) {
    return observed.create(storage.kpis());
  }

  @Produces
  @Singleton
  DeletedGroups deletedGroups(
      @BindingsSource(StoreCall.OnEveryMethod.class) InterceptionProxy<DeletedGroups> observed) {
    return observed.create(storage.deletedGroups());
  }
}
