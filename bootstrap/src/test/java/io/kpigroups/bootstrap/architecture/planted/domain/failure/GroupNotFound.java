package io.kpigroups.bootstrap.architecture.planted.domain.failure;

public final class GroupNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
