package io.kpigroups.bootstrap.architecture.planted.domain;

public final class GroupNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
