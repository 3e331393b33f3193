package io.kpigroups.bootstrap.service.store;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.FacadeService;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import io.kpigroups.testkit.batch.BatchContract;
import io.kpigroups.testkit.batch.BatchesAtOnceContract;
import io.kpigroups.testkit.cursor.CursorWalkContract;
import io.kpigroups.testkit.cursor.GroupCursorContract;
import io.kpigroups.testkit.cursor.PlaceContract;
import io.kpigroups.testkit.cursor.RowCursorContract;
import io.kpigroups.testkit.cursor.RowWalkContract;
import io.kpigroups.testkit.filter.FavoriteFilterContract;
import io.kpigroups.testkit.filter.FilterInjectionContract;
import io.kpigroups.testkit.filter.GroupFilterContract;
import io.kpigroups.testkit.filter.GroupSearchContract;
import io.kpigroups.testkit.filter.LargeFilterContract;
import io.kpigroups.testkit.group.DeletedListContract;
import io.kpigroups.testkit.group.GroupListContract;
import io.kpigroups.testkit.group.GroupNamesContract;
import io.kpigroups.testkit.group.GroupRevisionContract;
import io.kpigroups.testkit.group.GroupStoreContract;
import io.kpigroups.testkit.group.GroupsOfAKpiContract;
import io.kpigroups.testkit.group.KpiCountContract;
import io.kpigroups.testkit.group.UncountedListContract;
import io.kpigroups.testkit.kpi.KpiFilterContract;
import io.kpigroups.testkit.kpi.KpiSearchContract;
import io.kpigroups.testkit.kpi.UngroupedKpiContract;
import io.kpigroups.testkit.member.FavoriteStoreContract;
import io.kpigroups.testkit.member.MemberListContract;
import io.kpigroups.testkit.member.MembershipStoreContract;
import io.kpigroups.testkit.restore.RestoreAtOnceContract;
import io.kpigroups.testkit.restore.RestoreContract;
import io.kpigroups.testkit.store.AccountIsolationContract;
import io.kpigroups.testkit.store.ConcurrencyContract;
import io.kpigroups.testkit.store.DeadlineContract;
import io.kpigroups.testkit.store.UserIdsContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The upstream store keeps the promises of a store, with the packaged service as its upstream.
 *
 * <p>These it cannot keep, because the reference has no way to say them:
 *
 * <ul>
 *   <li>{@code GroupStampContract}, {@code GroupSelectionContract}, {@code DeletedAfterContract},
 *       {@code MemberStampContract}: upstream has a clock of its own.
 *   <li>{@code RepeatedCreateContract}: upstream makes the ids of its groups.
 *   <li>{@code AnyKpiContract}, {@code LimitsContract}, {@code ExactLimitsContract}, {@code
 *       KpiLimitContract}, {@code BatchLimitContract}, {@code ExactBatchesContract}, {@code
 *       RestoreRulesContract}: upstream has settings of its own.
 *   <li>{@code KpiStoreContract}, {@code KpiConditionContract}, {@code KpiIsolationContract},
 *       {@code RegisterDeadlineContract}: the register is written upstream. That it is read through
 *       the facade is in {@link RegisterApi} and {@link IsolationApi}.
 *   <li>{@code StoredRowsContract}, {@code StoredStampsContract}, {@code DeletedGroupsContract},
 *       {@code PurgeProgressContract}, {@code PurgeBacklogContract}: nothing is stored here, and
 *       what upstream deletes it purges itself.
 *   <li>{@code RestoreAgainstPurgeContract}: the same.
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
        UncountedListContract,
        GroupsOfAKpiContract,
        KpiCountContract,
        DeletedListContract,
        KpiSearchContract,
        KpiFilterContract,
        UngroupedKpiContract,
        MemberListContract,
        GroupFilterContract,
        FilterInjectionContract,
        LargeFilterContract,
        FavoriteFilterContract,
        GroupSearchContract,
        GroupCursorContract,
        RowCursorContract,
        PlaceContract,
        CursorWalkContract,
        RowWalkContract,
        BatchContract,
        BatchesAtOnceContract,
        RestoreContract,
        RestoreAtOnceContract,
        DeadlineContract {

  private final KpiGroupStorage storage;
  private final URI behind;

  UpstreamStorageIT(
      @Identifier("upstream") KpiGroupStorage storage,
      @ConfigProperty(name = "kpigroups.upstream.url") URI behind) {
    this.storage = storage;
    this.behind = behind;
  }

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  /** Each takes several calls over HTTP. */
  @Override
  public int deletesAgainstBatches() {
    return 50;
  }

  @Override
  public int groupsToWalk() {
    return 200;
  }

  /** What is looked for in names is a parameter beside the filter, and can be said once. */
  @Override
  public boolean canSay(GroupFilter filter) {
    long searches = filter.conjuncts().stream().filter(NameContains.class::isInstance).count();
    return searches <= 1
        && filter.leaves().filter(NameContains.class::isInstance).count() == searches;
  }

  @Override
  public void givenKpi(Call call, Kpi kpi) {
    String[] owners = kpi.owners().stream().map(UserId::value).toArray(String[]::new);
    user(call.actor()).enterKpi(kpi.id().value(), kpi.name().value(), owners);
  }

  @Override
  public void givenNoKpi(Call call, KpiId id) {
    user(call.actor()).delete("/kpis/" + id.value());
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
            new Revision("unknown"),
            group.life());
    // Upstream tells how long it keeps what is deleted, and a store does not have to.
    return new ViewedGroup(withoutRevision, viewed.favorite(), viewed.kpiCount(), Optional.empty());
  }

  private User user(Actor actor) {
    return Service.at(behind)
        .user(Client.of(actor.user().value(), actor.account().value(), "kpis:manage"));
  }
}
