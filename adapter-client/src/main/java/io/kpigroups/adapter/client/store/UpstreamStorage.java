package io.kpigroups.adapter.client.store;

import io.kpigroups.adapter.client.resilience.HealthProbe;
import io.kpigroups.adapter.client.resilience.UpstreamClient;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The store that forwards to the upstream API. Upstream decides what exists, who may do what, how
 * much an account may hold, and what time it is: arguments about these are not sent.
 *
 * <p>{@code kpigroups.upstream.url} says where it is. Nothing connects before the first call.
 */
@ApplicationScoped
@Identifier("upstream")
public class UpstreamStorage implements KpiGroupStorage {
  private final UpstreamClient client;
  private final HealthProbe health;

  public UpstreamStorage(UpstreamClient client) {
    this.client = client;
    this.health =
        new HealthProbe(client::ping, Infrastructure.getDefaultExecutor(), InstantSource.system());
  }

  @Override
  public GroupStore groups() {
    return new UpstreamGroups(client);
  }

  @Override
  public MembershipStore memberships() {
    return new UpstreamMemberships(client);
  }

  @Override
  public FavoriteStore favorites() {
    return new UpstreamFavorites(client);
  }

  @Override
  public KpiStore kpis() {
    return new UpstreamKpis(client);
  }

  @Override
  public Optional<IdempotencyStore> idempotency() {
    return Optional.of(new UpstreamKeys(client));
  }

  @Override
  public void prepare() {
    client.ping();
  }

  /** Ready also while upstream is down: callers then get our answer, not one of a load balancer. */
  @Override
  public void checkReady(Deadline deadline) {
    deadline.remaining();
  }

  @Override
  public Map<String, String> healthData() {
    return health.data();
  }
}
