package io.kpigroups.bootstrap.architecture.planted.bootstrap;

import io.kpigroups.bootstrap.architecture.planted.adapter.mongo.Exposed;
import io.kpigroups.bootstrap.architecture.planted.adapter.mongo.inner.Inner;
import io.kpigroups.bootstrap.architecture.planted.bootstrap.cycle.Back;

public record Main(Back back, Exposed exposed, Inner inner) {}
