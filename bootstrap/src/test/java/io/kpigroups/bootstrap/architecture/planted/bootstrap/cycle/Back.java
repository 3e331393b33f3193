package io.kpigroups.bootstrap.architecture.planted.bootstrap.cycle;

import io.kpigroups.bootstrap.architecture.planted.bootstrap.Main;

public record Back(Class<Main> main) {}
