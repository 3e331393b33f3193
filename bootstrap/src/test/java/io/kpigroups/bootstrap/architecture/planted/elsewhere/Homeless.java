package io.kpigroups.bootstrap.architecture.planted.elsewhere;

record Homeless() {}
