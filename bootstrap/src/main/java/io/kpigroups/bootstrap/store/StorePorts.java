package io.kpigroups.bootstrap.store;

import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.bootstrap.observability.ObservedPort.StoreCall;
import io.quarkus.arc.BindingsSource;
import io.quarkus.arc.InterceptionProxy;
import jakarta.inject.Singleton;

/** The out-ports of the store in use; each call of them is observed. */
@Singleton
record StorePorts(KpiGroupStorage storage) {

  @Singleton
  GroupStore groups(@BindingsSource(StoreCall.class) InterceptionProxy<GroupStore> observed) {
    return observed.create(storage.groups());
  }

  @Singleton
  MembershipStore memberships(
      @BindingsSource(StoreCall.class) InterceptionProxy<MembershipStore> observed) {
    return observed.create(storage.memberships());
  }

  @Singleton
  FavoriteStore favorites(
      @BindingsSource(StoreCall.class) InterceptionProxy<FavoriteStore> observed) {
    return observed.create(storage.favorites());
  }

  @Singleton
  KpiStore kpis(@BindingsSource(StoreCall.class) InterceptionProxy<KpiStore> observed) {
    return observed.create(storage.kpis());
  }

  /** Made only if the store has one. */
  @Singleton
  KpiRegistry registry(@BindingsSource(StoreCall.class) InterceptionProxy<KpiRegistry> observed) {
    return observed.create(storage.registry().orElseThrow());
  }

  /** Made only if the store takes idempotency keys. */
  @Singleton
  IdempotencyStore idempotency(
      @BindingsSource(StoreCall.class) InterceptionProxy<IdempotencyStore> observed) {
    return observed.create(storage.idempotency().orElseThrow());
  }

  /** Made only if the store keeps deleted groups. */
  @Singleton
  DeletedGroups deletedGroups(
      @BindingsSource(StoreCall.class) InterceptionProxy<DeletedGroups> observed) {
    return observed.create(storage.deletedGroups().orElseThrow());
  }
}
