package io.kpigroups.testkit.report;

import io.kpigroups.testkit.fixture.StorageFixture;
import java.util.Map;

/** What an author may say of the store for the report, and of what it cannot do. */
public interface ConformanceFixture extends StorageFixture {

  /** What the report calls the store, and its files: {@code MyOwnStorageTest} is "my-own". */
  default String storeName() {
    return Sentences.storeName(getClass());
  }

  /** Against what the store was tried, where there is a choice: a server and its version. */
  default String triedWith() {
    return "";
  }

  /**
   * Which contracts the store does not offer, each with the reason as a sentence. A type that
   * several contracts extend, such as {@code StoredRows}, stands for all of them. Their tests are
   * skipped with that reason. What a store shows by itself, such as an empty {@code registry()},
   * need not be said.
   */
  default Map<Class<? extends StorageFixture>, String> notOffered() {
    return Map.of();
  }
}
