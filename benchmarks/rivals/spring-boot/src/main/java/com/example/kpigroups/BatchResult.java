package com.example.kpigroups;

public record BatchResult(int added, int removed, int unchanged) {}
