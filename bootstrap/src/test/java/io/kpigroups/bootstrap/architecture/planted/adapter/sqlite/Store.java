package io.kpigroups.bootstrap.architecture.planted.adapter.sqlite;

import io.kpigroups.bootstrap.architecture.planted.bootstrap.Main;
import io.kpigroups.bootstrap.architecture.planted.testkit.Suite;

public record Store(Main main, Suite suite) {}
