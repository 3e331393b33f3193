package io.kpigroups.bootstrap.service;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The packaged service with its MongoDB store. Its documents do not depend on the store. */
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
        SamplesApi {

  private static MongoService mongo;
  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    mongo = new MongoService();
    service = Service.at(mongo.base());
  }

  @AfterAll
  static void stop() {
    mongo.close();
  }

  @Override
  public Service service() {
    return service;
  }
}
