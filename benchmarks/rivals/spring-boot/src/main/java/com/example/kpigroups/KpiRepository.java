package com.example.kpigroups;

public interface KpiRepository {

  /** Whether it is new. */
  boolean save(String accountId, String id, String name);
}
