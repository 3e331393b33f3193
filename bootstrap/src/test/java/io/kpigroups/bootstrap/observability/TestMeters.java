package io.kpigroups.bootstrap.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A registry of meters, at a time that stands still, and how the purge's are read from it. */
public final class TestMeters {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final PurgeMeters purge = new PurgeMeters(registry, Clock.fixed(NOON, ZoneOffset.UTC));

  public PurgeMeters purge() {
    return purge;
  }

  MeterRegistry registry() {
    return registry;
  }

  /** How many runs ended so. */
  public double runs(String outcome) {
    return registry.get("kpigroups.purge.runs").tag("outcome", outcome).counter().count();
  }

  public double removed() {
    return registry.get("kpigroups.purge.removed.groups").counter().count();
  }

  public double backlog() {
    return registry.get("kpigroups.purge.backlog.groups").gauge().value();
  }
}
