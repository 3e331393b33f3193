package io.kpigroups.bootstrap.service.api;

/** What a service keeps, and what it tells of it: the same whatever its store. */
public interface StoreSuite
    extends GroupsApi,
        ListsApi,
        SelectionApi,
        ConditionalApi,
        FavoritesApi,
        MembershipApi,
        MembersApi,
        RegisterApi,
        KpiListApi,
        IsolationApi,
        EndToEndApi,
        SamplesApi {}
