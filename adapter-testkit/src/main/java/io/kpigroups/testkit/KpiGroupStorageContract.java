package io.kpigroups.testkit;

/**
 * The contract of all out-ports. Extend it in a test of your store, and give the store ({@link
 * StorageFixture#storage}) and a count of what it keeps ({@link PurgeContract#storedRows}); nothing
 * else is needed.
 *
 * <p>A store that can express only a part, because what it delegates to has no more, implements
 * those of the interfaces below that it can, and says why of the others.
 */
public abstract class KpiGroupStorageContract
    implements GroupContract,
        GroupListContract,
        MembershipContract,
        FavoriteContract,
        KpiContract,
        PurgeContract,
        IsolationContract,
        RaceContract,
        DeadlineContract {}
