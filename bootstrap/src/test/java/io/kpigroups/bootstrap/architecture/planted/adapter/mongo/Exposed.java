package io.kpigroups.bootstrap.architecture.planted.adapter.mongo;

import io.kpigroups.bootstrap.architecture.planted.adapter.sqlite.Store;
import io.kpigroups.bootstrap.architecture.planted.application.service.Service;

public record Exposed(Service service, Store store) {}
