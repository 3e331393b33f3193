package com.example.kpigroups.postgres;

import java.util.Optional;

/** Stores for tests. */
final class TestStore {
  private TestStore() {}

  private record Settings(
      String url, Optional<String> user, Optional<String> password, int poolSize)
      implements PostgresSettings {}

  /** A store on a database whose address says who connects. It is not prepared yet. */
  static PostgresStorage on(String url) {
    return new PostgresStorage(settings(url));
  }

  static PostgresSettings settings(String url) {
    return new Settings(url, Optional.empty(), Optional.empty(), 16);
  }
}
