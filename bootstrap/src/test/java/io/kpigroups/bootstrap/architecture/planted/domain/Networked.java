package io.kpigroups.bootstrap.architecture.planted.domain;

import java.net.URI;

record Networked(URI address) {}
