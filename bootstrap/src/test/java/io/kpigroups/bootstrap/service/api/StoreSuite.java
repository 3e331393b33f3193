package io.kpigroups.bootstrap.service.api;

/** What a service keeps, and what it tells of it: the same whatever its store. */
public interface StoreSuite
    extends GroupsApi,
        ListsApi,
        ConditionalApi,
        FavoritesApi,
        MembershipApi,
        RegisterApi,
        IsolationApi,
        EndToEndApi,
        SamplesApi {}
