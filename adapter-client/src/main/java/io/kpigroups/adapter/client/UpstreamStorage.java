package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.DeletedGroups;
import io.kpigroups.application.port.out.FavoriteStore;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.port.out.KpiRegistry;
import io.kpigroups.application.port.out.KpiStore;
import io.kpigroups.application.port.out.MembershipStore;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The store that forwards to the upstream API. Upstream decides what is known, who may do what, how
 * much an account may hold, and what time it is; what the port's calls say of that is not sent.
 *
 * <p>{@code kpigroups.upstream.url} says where it is. Nothing connects before the first call.
 */
@ApplicationScoped
@Identifier("upstream")
public class UpstreamStorage implements KpiGroupStorage {
  private final Upstream upstream;
  private final Pulse pulse;

  UpstreamStorage(Upstream upstream) {
    this.upstream = upstream;
    this.pulse =
        new Pulse(
            upstream::ping,
            Infrastructure.getDefaultExecutor(),
            System::nanoTime,
            Clock.systemUTC());
  }

  @Override
  public GroupStore groups() {
    return new UpstreamGroups(upstream);
  }

  @Override
  public MembershipStore memberships() {
    return new UpstreamMemberships(upstream);
  }

  @Override
  public FavoriteStore favorites() {
    return new UpstreamFavorites(upstream);
  }

  @Override
  public KpiStore kpis() {
    return new UpstreamKpis(upstream);
  }

  /** KPIs are made, changed and removed in upstream itself. */
  @Override
  public Optional<KpiRegistry> registry() {
    return Optional.empty();
  }

  /** What upstream deletes it purges itself. */
  @Override
  public Optional<DeletedGroups> deletedGroups() {
    return Optional.empty();
  }

  @Override
  public void prepare() {
    upstream.ping();
  }

  /** Whoever calls while upstream is away gets an answer from here, and none from a balancer. */
  @Override
  public void checkReady(Deadline deadline) {
    deadline.remaining();
  }

  @Override
  public Map<String, String> healthData() {
    return pulse.data();
  }
}
