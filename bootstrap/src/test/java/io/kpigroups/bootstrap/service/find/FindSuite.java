package io.kpigroups.bootstrap.service.find;

import io.kpigroups.bootstrap.service.pairwise.PairwiseApi;

/** Finding groups, KPIs and members: the same whatever the store. */
public interface FindSuite
    extends FilterApi,
        FilterBoundsApi,
        FilterRefusalsApi,
        LiteralsApi,
        SearchApi,
        CursorApi,
        CursorRefusalsApi,
        WalkApi,
        PairwiseApi {}
