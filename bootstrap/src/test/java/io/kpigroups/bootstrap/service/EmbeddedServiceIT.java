package io.kpigroups.bootstrap.service;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The packaged service with its embedded store. */
@QuarkusIntegrationTest
@WithTestResource(EmbeddedService.class)
class EmbeddedServiceIT
    implements GroupsApi,
        ListsApi,
        ConditionalApi,
        FavoritesApi,
        MembershipApi,
        RegisterApi,
        InputApi,
        HttpApi,
        PathsApi,
        IdentityApi,
        IsolationApi,
        DefenceApi,
        SamplesApi,
        DocumentsApi {}
