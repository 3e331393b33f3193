package io.kpigroups.bootstrap.architecture.planted.application.port.in;

final class NoPort {}
