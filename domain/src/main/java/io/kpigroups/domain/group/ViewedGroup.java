package io.kpigroups.domain.group;

/** A group as one user sees it: with that user's favorite mark. */
public record ViewedGroup(KpiGroup group, boolean favorite) {}
