package io.kpigroups.testkit.report;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Collects what is found while the tests of one class run, perhaps beside each other. */
final class Recorder {
  private final List<Promise> promises;
  private final Map<Method, Finding> findings = new ConcurrentHashMap<>();
  private volatile String store;
  private volatile String triedWith = "";

  Recorder(Class<?> suite) {
    promises = Promise.of(suite);
    store = Sentences.storeName(suite);
  }

  void isAbout(ConformanceFixture fixture) {
    store = fixture.storeName();
    triedWith = fixture.triedWith();
  }

  void note(Method test, Finding finding) {
    findings.merge(test, finding, Finding::and);
  }

  ConformanceReport report(Instant when) {
    Map<Promise, Finding> found = new ConcurrentHashMap<>();
    for (Promise promise : promises) {
      Finding finding = findings.get(promise.method());
      if (finding != null) {
        found.put(promise, finding);
      }
    }
    return new ConformanceReport(store, triedWith, when, promises, found);
  }
}
