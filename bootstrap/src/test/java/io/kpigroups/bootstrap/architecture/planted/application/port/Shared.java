package io.kpigroups.bootstrap.architecture.planted.application.port;

import io.kpigroups.bootstrap.architecture.planted.application.port.in.InPort;

record Shared(InPort port) {}
