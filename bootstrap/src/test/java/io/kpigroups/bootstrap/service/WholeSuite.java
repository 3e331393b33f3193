package io.kpigroups.bootstrap.service;

/** All that the service promises over HTTP, whatever its store, and whatever never gets there. */
interface WholeSuite
    extends StoreSuite,
        OrderApi,
        InputApi,
        HttpApi,
        PathsApi,
        IdentityApi,
        DefenceApi,
        DocumentsApi {}
