package com.example.kpigroups;

import java.util.List;

public record Kpi(String id, String name, List<String> ownerIds) {}
