package io.kpigroups.bootstrap.architecture.planted.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;

record Measured(MeterRegistry registry, Tracer tracer) {}
