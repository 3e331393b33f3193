package io.kpigroups.bootstrap.service.find;

/** Finding groups: the same whatever the store. */
public interface FindSuite
    extends FilterApi, FilterBoundsApi, FilterRefusalsApi, LiteralsApi, SearchApi {}
