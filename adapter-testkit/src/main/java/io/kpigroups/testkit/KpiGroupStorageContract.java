package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.kpigroups.testkit.batch.BatchContract;
import io.kpigroups.testkit.batch.BatchLimitContract;
import io.kpigroups.testkit.batch.BatchesAtOnceContract;
import io.kpigroups.testkit.batch.ExactBatchesContract;
import io.kpigroups.testkit.filter.FavoriteFilterContract;
import io.kpigroups.testkit.fixture.StorageFixture;
import io.kpigroups.testkit.fixture.TestTime;
import io.kpigroups.testkit.group.GroupNamesContract;
import io.kpigroups.testkit.group.GroupRevisionContract;
import io.kpigroups.testkit.group.GroupStampContract;
import io.kpigroups.testkit.group.GroupStoreContract;
import io.kpigroups.testkit.group.RepeatedCreateContract;
import io.kpigroups.testkit.group.StoredStampsContract;
import io.kpigroups.testkit.key.ClaimedKeyContract;
import io.kpigroups.testkit.key.ForgottenKeyContract;
import io.kpigroups.testkit.key.FreedKeyContract;
import io.kpigroups.testkit.key.KeyedCreateContract;
import io.kpigroups.testkit.kpi.KpiConditionContract;
import io.kpigroups.testkit.kpi.KpiIsolationContract;
import io.kpigroups.testkit.kpi.KpiLimitContract;
import io.kpigroups.testkit.kpi.KpiStoreContract;
import io.kpigroups.testkit.kpi.RegisterAtOnceContract;
import io.kpigroups.testkit.kpi.RegisterDeadlineContract;
import io.kpigroups.testkit.member.AnyKpiContract;
import io.kpigroups.testkit.member.ExactLimitsContract;
import io.kpigroups.testkit.member.FavoriteStoreContract;
import io.kpigroups.testkit.member.LimitsContract;
import io.kpigroups.testkit.member.MemberStampContract;
import io.kpigroups.testkit.member.MembershipStoreContract;
import io.kpigroups.testkit.purge.DeletedGroupsContract;
import io.kpigroups.testkit.purge.PurgeBacklogContract;
import io.kpigroups.testkit.purge.PurgeProgressContract;
import io.kpigroups.testkit.purge.StoredRowsContract;
import io.kpigroups.testkit.restore.RestoreAgainstPurgeContract;
import io.kpigroups.testkit.restore.RestoreAtOnceContract;
import io.kpigroups.testkit.restore.RestoreContract;
import io.kpigroups.testkit.restore.RestoreRulesContract;
import io.kpigroups.testkit.store.AccountIsolationContract;
import io.kpigroups.testkit.store.ConcurrencyContract;
import io.kpigroups.testkit.store.DeadlineContract;
import io.kpigroups.testkit.store.LockWaitContract;
import io.kpigroups.testkit.store.LongIdsContract;
import io.kpigroups.testkit.store.UserIdsContract;
import io.kpigroups.testkit.store.WritersAtOnceContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything that a store must do. Extend it, say which store and how its rows are counted, and
 * every promise of the out-ports is tried.
 *
 * <p>The promises are grouped in nested classes. Each has a tag, by which it can be run alone;
 * tests with several threads have the tag {@link io.kpigroups.testkit.fixture.Race#TAG} too. What a
 * store cannot do it says by {@link #notOffered}. Behind the last test a report is written: {@link
 * io.kpigroups.testkit.report.ConformanceExtension}.
 */
public abstract class KpiGroupStorageContract extends StoreReadsContract {

  @Test
  void aStoreThatWorksIsReady() {
    assertThatCode(() -> storage().checkReady(TestTime.ample())).doesNotThrowAnyException();
  }

  /** How groups are made, found, renamed and deleted. */
  @Nested
  @DisplayName("Groups")
  @Tag("groups")
  public class Groups extends Nest
      implements GroupStoreContract,
          GroupNamesContract,
          GroupRevisionContract,
          GroupStampContract,
          StoredStampsContract,
          RepeatedCreateContract,
          LongIdsContract,
          UserIdsContract {}

  /** Which KPIs are in a group. */
  @Nested
  @DisplayName("Members")
  @Tag("members")
  public class Members extends Nest
      implements MembershipStoreContract, AnyKpiContract, MemberStampContract, StoredRowsContract {}

  /** What a user has marked, and nobody else. */
  @Nested
  @DisplayName("Favorites")
  @Tag("favorites")
  public class Favorites extends Nest implements FavoriteStoreContract, FavoriteFilterContract {}

  /** How much there may be. */
  @Nested
  @DisplayName("Limits")
  @Tag("limits")
  public class Limits extends Nest
      implements LimitsContract, ExactLimitsContract, KpiLimitContract {}

  /** Many KPIs come and go in one step. */
  @Nested
  @DisplayName("Batches of members")
  @Tag("batches")
  public class Batches extends Nest
      implements BatchContract, BatchLimitContract, BatchesAtOnceContract, ExactBatchesContract {}

  /** Which KPIs there are. */
  @Nested
  @DisplayName("The register of KPIs")
  @Tag("register")
  public class Register extends Nest
      implements KpiStoreContract,
          KpiConditionContract,
          RegisterAtOnceContract,
          RegisterDeadlineContract {
    @BeforeEach
    void isOffered() {
      StorageFixture.offered(storage().registry(), "registry()");
    }
  }

  /** How deleted groups are removed for good. */
  @Nested
  @DisplayName("Purge of deleted groups")
  @Tag("purge")
  public class Purges extends Nest
      implements DeletedGroupsContract, PurgeProgressContract, PurgeBacklogContract {
    @BeforeEach
    void isOffered() {
      StorageFixture.offered(storage().deletedGroups(), "deletedGroups()");
    }
  }

  /** What comes back. */
  @Nested
  @DisplayName("Restore")
  @Tag("restore")
  public class Restores extends Nest
      implements RestoreContract,
          RestoreRulesContract,
          RestoreAtOnceContract,
          RestoreAgainstPurgeContract {}

  /** Who makes the group of a key. */
  @Nested
  @DisplayName("Idempotency keys")
  @Tag("keys")
  public class Keys extends Nest
      implements KeyedCreateContract, ClaimedKeyContract, FreedKeyContract, ForgottenKeyContract {
    @BeforeEach
    void isOffered() {
      StorageFixture.offered(storage().idempotency(), "idempotency()");
    }
  }

  /** What writers at the same moment do to each other. */
  @Nested
  @DisplayName("Writers at once")
  @Tag("writers")
  public class Writers extends Nest implements ConcurrencyContract, WritersAtOnceContract {}

  /** What is not begun, and not waited for, when the time is over. */
  @Nested
  @DisplayName("Deadlines")
  @Tag("deadlines")
  public class Deadlines extends Nest implements DeadlineContract, LockWaitContract {}

  /** What an account sees of another: nothing. */
  @Nested
  @DisplayName("Isolation of accounts")
  @Tag("isolation")
  public class Isolation extends Nest implements AccountIsolationContract, KpiIsolationContract {}
}
