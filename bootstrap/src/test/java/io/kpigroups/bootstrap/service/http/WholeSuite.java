package io.kpigroups.bootstrap.service.http;

import io.kpigroups.bootstrap.service.api.OrderApi;
import io.kpigroups.bootstrap.service.api.StoreSuite;
import io.kpigroups.bootstrap.service.change.ChangeSuite;
import io.kpigroups.bootstrap.service.find.FindSuite;

/** All that the service promises over HTTP, whatever its store, and whatever never gets there. */
public interface WholeSuite
    extends StoreSuite,
        ChangeSuite,
        FindSuite,
        OrderApi,
        InputApi,
        HttpApi,
        PathsApi,
        IdentityApi,
        DefenceApi,
        DocumentsApi {}
