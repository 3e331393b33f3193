package io.kpigroups.bootstrap.service.find;

/** Finding groups, KPIs and members: the same whatever the store. */
public interface FindSuite
    extends FilterApi,
        FilterBoundsApi,
        FilterRefusalsApi,
        LiteralsApi,
        SearchApi,
        CursorApi,
        CursorRefusalsApi,
        WalkApi {}
