package io.kpigroups.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;

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
        DeadlineContract,
        RegisterDeadlineContract {

  @Test
  void aStoreThatWorksIsReady() {
    assertThatCode(() -> storage().checkReady(TestTime.ample())).doesNotThrowAnyException();
  }
}
