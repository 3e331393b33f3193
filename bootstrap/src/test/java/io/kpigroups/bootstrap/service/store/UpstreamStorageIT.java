package io.kpigroups.bootstrap.service.store;

import static java.util.Map.entry;

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
import io.kpigroups.testkit.KpiGroupStorageContract;
import io.kpigroups.testkit.batch.BatchLimitContract;
import io.kpigroups.testkit.batch.ExactBatchesContract;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.StoredRows;
import io.kpigroups.testkit.fixture.StoredStamps;
import io.kpigroups.testkit.group.GroupSelectionContract;
import io.kpigroups.testkit.group.GroupStampContract;
import io.kpigroups.testkit.group.RepeatedCreateContract;
import io.kpigroups.testkit.key.ClaimedKeyContract;
import io.kpigroups.testkit.kpi.KpiIsolationContract;
import io.kpigroups.testkit.member.AnyKpiContract;
import io.kpigroups.testkit.member.LimitsContract;
import io.kpigroups.testkit.member.MemberStampContract;
import io.kpigroups.testkit.purge.DeletedAfterContract;
import io.kpigroups.testkit.store.LockWaitContract;
import io.kpigroups.testkit.store.WritersAtOnceContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The upstream store keeps the promises of a store, with the packaged service as its upstream. It
 * cannot keep those which the reference has no way to say.
 *
 * <p>That the register, which is written upstream, is read through the facade is in {@link
 * RegisterApi} and {@link IsolationApi}. Nor can a list tell the revision of a group: only a single
 * group has an entity tag.
 */
@QuarkusTest
@WithTestResource(FacadeService.class)
class UpstreamStorageIT extends KpiGroupStorageContract {
  private static final String CLOCK = "Upstream has a clock of its own.";
  private static final String SETTINGS = "Upstream has settings of its own.";
  private static final String ROWS = "Nothing is stored here: upstream keeps and purges it.";

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

  @Override
  public Map<Class<? extends StorageFixture>, String> notOffered() {
    return Map.ofEntries(
        entry(GroupStampContract.class, CLOCK),
        entry(GroupSelectionContract.class, CLOCK),
        entry(DeletedAfterContract.class, CLOCK),
        entry(MemberStampContract.class, CLOCK),
        entry(RepeatedCreateContract.class, "Upstream makes the ids of its groups."),
        entry(ClaimedKeyContract.class, "Upstream claims a key and makes its group in one step."),
        entry(AnyKpiContract.class, SETTINGS),
        entry(LimitsContract.class, SETTINGS),
        entry(BatchLimitContract.class, SETTINGS),
        entry(ExactBatchesContract.class, SETTINGS),
        entry(WritersAtOnceContract.class, SETTINGS),
        entry(LockWaitContract.class, "A caller of upstream cannot lock anything in it."),
        entry(KpiIsolationContract.class, "The register is written upstream."),
        entry(StoredRows.class, ROWS),
        entry(StoredStamps.class, ROWS));
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
