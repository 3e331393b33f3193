package io.kpigroups.bootstrap.architecture.planted.domain.failure;

public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private LimitReached(int limit) {
    super("At most " + limit);
  }

  public static LimitReached groups(int limit) {
    return new LimitReached(limit);
  }
}
