package io.kpigroups.bootstrap.architecture.planted.adapter.mongo.inner;

public final class Inner {}
