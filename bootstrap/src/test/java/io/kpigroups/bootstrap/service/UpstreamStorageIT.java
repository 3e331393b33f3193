package io.kpigroups.bootstrap.service;

import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.Actor;
import io.kpigroups.domain.KpiGroup;
import io.kpigroups.domain.KpiId;
import io.kpigroups.domain.Revision;
import io.kpigroups.domain.ViewedGroup;
import io.kpigroups.testkit.AccountIsolationContract;
import io.kpigroups.testkit.ConcurrencyContract;
import io.kpigroups.testkit.DeadlineContract;
import io.kpigroups.testkit.FavoriteStoreContract;
import io.kpigroups.testkit.GroupListContract;
import io.kpigroups.testkit.GroupNamesContract;
import io.kpigroups.testkit.GroupRevisionContract;
import io.kpigroups.testkit.GroupStoreContract;
import io.kpigroups.testkit.MembershipStoreContract;
import io.kpigroups.testkit.UserIdsContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

/**
 * The upstream store keeps the promises of a store, with the packaged service as its upstream.
 *
 * <p>These it cannot keep, because the reference has no way to say them:
 *
 * <ul>
 *   <li>{@code GroupStampContract}: upstream has a clock of its own.
 *   <li>{@code AnyKpiContract}, {@code LimitsContract}: upstream has settings of its own.
 *   <li>{@code KpiStoreContract}, {@code KpiIsolationContract}, {@code RegisterDeadlineContract}:
 *       the register is written upstream. That it is read through the facade is in {@link
 *       RegisterApi} and {@link IsolationApi}.
 *   <li>{@code StoredRowsContract}, {@code StoredStampsContract}, {@code DeletedGroupsContract},
 *       {@code PurgeBacklogContract}: nothing is stored here, and what upstream deletes it purges
 *       itself.
 *   <li>The revision of a group in a list: only a single group has an entity tag.
 * </ul>
 */
@QuarkusTest
@WithTestResource(FacadeService.class)
class UpstreamStorageIT
    implements GroupStoreContract,
        GroupNamesContract,
        GroupRevisionContract,
        GroupListContract,
        MembershipStoreContract,
        FavoriteStoreContract,
        UserIdsContract,
        AccountIsolationContract,
        ConcurrencyContract,
        DeadlineContract {

  private final KpiGroupStorage storage;

  UpstreamStorageIT(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Override
  public void givenKpi(Actor actor, KpiId id) {
    client(actor).put("/kpis/" + id.value(), "{\"name\":\"KPI " + id.value() + "\"}");
  }

  @Override
  public void givenNoKpi(Actor actor, KpiId id) {
    client(actor).delete("/kpis/" + id.value());
  }

  @Override
  public ViewedGroup listed(ViewedGroup viewed) {
    KpiGroup group = viewed.group();
    KpiGroup withoutRevision =
        new KpiGroup(
            group.account(),
            group.id(),
            group.name(),
            group.created(),
            group.modified(),
            new Revision("unknown"));
    return new ViewedGroup(withoutRevision, viewed.favorite());
  }

  private static Client client(Actor actor) {
    return Client.of(actor.user().value(), actor.account().value(), "kpis:manage");
  }
}
