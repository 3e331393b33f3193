package io.kpigroups.bootstrap.architecture.planted.domain.failure;

public abstract class ExternalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
