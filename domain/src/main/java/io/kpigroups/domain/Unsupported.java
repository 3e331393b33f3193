package io.kpigroups.domain;

/** The store in use cannot do this, and never will. */
public final class Unsupported extends KpiGroupException {
  private static final long serialVersionUID = 1L;

  public Unsupported(String message) {
    super(message);
  }
}
