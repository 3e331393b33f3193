package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.kpigroups.testkit.batch.BatchContract;
import io.kpigroups.testkit.batch.BatchLimitContract;
import io.kpigroups.testkit.batch.BatchesAtOnceContract;
import io.kpigroups.testkit.batch.ExactBatchesContract;
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
import io.kpigroups.testkit.fixture.TestTime;
import io.kpigroups.testkit.group.DeletedListContract;
import io.kpigroups.testkit.group.GroupListContract;
import io.kpigroups.testkit.group.GroupNamesContract;
import io.kpigroups.testkit.group.GroupRevisionContract;
import io.kpigroups.testkit.group.GroupSelectionContract;
import io.kpigroups.testkit.group.GroupStampContract;
import io.kpigroups.testkit.group.GroupStoreContract;
import io.kpigroups.testkit.group.GroupsOfAKpiContract;
import io.kpigroups.testkit.group.KpiCountContract;
import io.kpigroups.testkit.group.RepeatedCreateContract;
import io.kpigroups.testkit.group.StoredStampsContract;
import io.kpigroups.testkit.group.UncountedListContract;
import io.kpigroups.testkit.key.ClaimedKeyContract;
import io.kpigroups.testkit.key.ForgottenKeyContract;
import io.kpigroups.testkit.key.FreedKeyContract;
import io.kpigroups.testkit.key.KeyedCreateContract;
import io.kpigroups.testkit.kpi.KpiConditionContract;
import io.kpigroups.testkit.kpi.KpiFilterContract;
import io.kpigroups.testkit.kpi.KpiIsolationContract;
import io.kpigroups.testkit.kpi.KpiLimitContract;
import io.kpigroups.testkit.kpi.KpiSearchContract;
import io.kpigroups.testkit.kpi.KpiStoreContract;
import io.kpigroups.testkit.kpi.RegisterAtOnceContract;
import io.kpigroups.testkit.kpi.RegisterDeadlineContract;
import io.kpigroups.testkit.kpi.UngroupedKpiContract;
import io.kpigroups.testkit.member.AnyKpiContract;
import io.kpigroups.testkit.member.ExactLimitsContract;
import io.kpigroups.testkit.member.FavoriteStoreContract;
import io.kpigroups.testkit.member.LimitsContract;
import io.kpigroups.testkit.member.MemberListContract;
import io.kpigroups.testkit.member.MemberStampContract;
import io.kpigroups.testkit.member.MembershipStoreContract;
import io.kpigroups.testkit.purge.DeletedAfterContract;
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
import io.kpigroups.testkit.store.LongIdsContract;
import io.kpigroups.testkit.store.UserIdsContract;
import io.kpigroups.testkit.store.WritersAtOnceContract;
import org.junit.jupiter.api.Test;

/**
 * Everything that a store must do. Extend it, say which store and how its rows are counted, and
 * every promise of the out-ports is tried.
 *
 * <p>A store that can only do part of it implements those of the interfaces that fit instead.
 */
public abstract class KpiGroupStorageContract
    implements GroupStoreContract,
        GroupNamesContract,
        GroupRevisionContract,
        GroupStampContract,
        GroupListContract,
        MembershipStoreContract,
        AnyKpiContract,
        FavoriteStoreContract,
        KpiStoreContract,
        KpiConditionContract,
        LimitsContract,
        UserIdsContract,
        AccountIsolationContract,
        KpiIsolationContract,
        ConcurrencyContract,
        StoredRowsContract,
        StoredStampsContract,
        DeletedGroupsContract,
        PurgeProgressContract,
        PurgeBacklogContract,
        RepeatedCreateContract,
        ExactLimitsContract,
        KpiLimitContract,
        WritersAtOnceContract,
        RegisterAtOnceContract,
        LongIdsContract,
        UncountedListContract,
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
        DeadlineContract,
        GroupsOfAKpiContract,
        KpiCountContract,
        DeletedListContract,
        DeletedAfterContract,
        GroupSelectionContract,
        KpiSearchContract,
        KpiFilterContract,
        UngroupedKpiContract,
        MemberListContract,
        MemberStampContract,
        BatchContract,
        BatchLimitContract,
        BatchesAtOnceContract,
        ExactBatchesContract,
        RestoreContract,
        RestoreRulesContract,
        RestoreAtOnceContract,
        RestoreAgainstPurgeContract,
        KeyedCreateContract,
        ClaimedKeyContract,
        FreedKeyContract,
        ForgottenKeyContract,
        RegisterDeadlineContract {

  @Test
  void aStoreThatWorksIsReady() {
    assertThatCode(() -> storage().checkReady(TestTime.ample())).doesNotThrowAnyException();
  }
}
