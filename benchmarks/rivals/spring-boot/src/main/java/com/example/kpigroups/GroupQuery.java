package com.example.kpigroups;

public record GroupQuery(int limit, Sort sort, String q, Boolean favorite, Cursor after) {

  /** Spelled as in the query of the URL, which Spring MVC converts by the name. */
  public enum Sort {
    id,
    name
  }
}
