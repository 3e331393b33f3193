package org.acme.kpigroups.api;

import java.util.List;

public record KpiView(String id, String name, List<String> ownerIds) {}
