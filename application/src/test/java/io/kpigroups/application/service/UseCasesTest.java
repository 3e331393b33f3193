package io.kpigroups.application.service;

import static io.kpigroups.application.service.Samples.NOON;
import static io.kpigroups.application.service.Samples.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.kpigroups.domain.group.KpiGroupId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class UseCasesTest {
  private final FakeStorage storage = new FakeStorage();
  private final Clock noon = Clock.fixed(NOON, ZoneOffset.UTC);
  private final RandomGenerator random = () -> 7;
  private final UseCases useCases = UseCases.of(storage, SETTINGS, noon, random);

  @Test
  void allOfThemAreOverTheOneStore() {
    KpiGroupService groups = (KpiGroupService) useCases.groups();

    assertThat(groups).isEqualTo(new KpiGroupService(storage, SETTINGS, noon, groups.ids()));
    assertThat(groups.ids().next(NOON)).isEqualTo(KpiGroupId.generate(NOON, random));
    assertThat(useCases.membership())
        .isEqualTo(new MembershipService(storage.memberships, SETTINGS, noon));
    assertThat(useCases.favorites())
        .isEqualTo(new FavoriteService(storage.favorites, SETTINGS, noon));
    assertThat(useCases.register())
        .isEqualTo(new KpiRegisterService(storage.kpis, storage.registry(), SETTINGS));
  }

  @Test
  void thePurgeRemovesGroupsAndForgetsKeys() {
    storage.deleted.given(1);

    assertThat(useCases.purge().purge().removed()).isEqualTo(1);

    assertThat(storage.calls).extracting(Invocation::method).containsExactly("sweep");
  }

  /** A store that has all there is. */
  private static final class FakeStorage implements KpiGroupStorage {
    final List<Invocation> calls = new ArrayList<>();
    final FakeGroups groups = new FakeGroups(calls);
    final FakeKpis kpis = new FakeKpis(calls);
    final FakeMemberships memberships = new FakeMemberships(groups, kpis, calls);
    final FakeFavorites favorites = new FakeFavorites(groups, calls);
    final FakeDeletedGroups deleted = new FakeDeletedGroups();
    private final FakeKeys keys = new FakeKeys(calls);

    @Override
    public GroupStore groups() {
      return groups;
    }

    @Override
    public MembershipStore memberships() {
      return memberships;
    }

    @Override
    public FavoriteStore favorites() {
      return favorites;
    }

    @Override
    public KpiStore kpis() {
      return kpis;
    }

    @Override
    public Optional<KpiRegistry> registry() {
      return Optional.of(kpis);
    }

    @Override
    public Optional<IdempotencyStore> idempotency() {
      return Optional.of(keys);
    }

    @Override
    public Optional<DeletedGroups> deletedGroups() {
      return Optional.of(deleted);
    }

    @Override
    public void prepare() {}

    @Override
    public void checkReady(Deadline deadline) {}
  }
}
