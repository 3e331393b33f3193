package io.kpigroups.domain;

/** A KPI of an account, registered or not. */
public record KpiRef(AccountId account, KpiId id) {}
