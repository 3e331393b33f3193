package io.kpigroups.adapter.sqlite;

import org.junit.jupiter.api.Nested;

/** What a file of the second version holds is there in this one, as it is from the first. */
class SecondVersionTest {
  @Nested
  class Data extends MigrationTest {
    @Override
    int version() {
      return 2;
    }
  }

  @Nested
  class Remains extends MigratedRemainsTest {
    @Override
    int version() {
      return 2;
    }
  }
}
