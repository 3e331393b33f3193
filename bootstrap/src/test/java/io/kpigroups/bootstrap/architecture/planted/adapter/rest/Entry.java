package io.kpigroups.bootstrap.architecture.planted.adapter.rest;

import io.kpigroups.bootstrap.architecture.planted.adapter.sqlite.Store;
import io.kpigroups.bootstrap.architecture.planted.application.Service;

public record Entry(Service service, Store store) {}
