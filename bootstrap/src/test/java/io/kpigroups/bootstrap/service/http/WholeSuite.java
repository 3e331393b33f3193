package io.kpigroups.bootstrap.service.http;

import io.kpigroups.bootstrap.service.api.OrderApi;
import io.kpigroups.bootstrap.service.api.StoreSuite;
import io.kpigroups.bootstrap.service.change.ChangeSuite;

/** All that the service promises over HTTP, whatever its store, and whatever never gets there. */
public interface WholeSuite
    extends StoreSuite,
        ChangeSuite,
        OrderApi,
        InputApi,
        HttpApi,
        PathsApi,
        IdentityApi,
        DefenceApi,
        DocumentsApi {}
