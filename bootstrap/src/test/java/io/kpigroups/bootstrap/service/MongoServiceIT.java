package io.kpigroups.bootstrap.service;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The packaged service with its MongoDB store. Its documents do not depend on the store. */
@QuarkusIntegrationTest
@WithTestResource(MongoService.class)
class MongoServiceIT
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
        SamplesApi {}
