package io.kpigroups.bootstrap.service.change;

/** Changes that are safe to make and to take back: the same whatever the store. */
public interface ChangeSuite extends BatchApi, RestoreApi, IdempotencyApi {}
