package com.example.kpigroups.postgres;

/** A server of a test's own, with a store on it, and a way to its database past the ports. */
record TestServer(Cluster cluster, PostgresStorage store, Database database)
    implements AutoCloseable {

  static TestServer begin() {
    Cluster cluster = Cluster.begin();
    PostgresStorage store = TestStore.on(cluster.url());
    store.prepare();
    return new TestServer(cluster, store, new Database(TestStore.settings(cluster.url())));
  }

  @Override
  public void close() {
    store.close();
    database.close();
    cluster.close();
  }
}
