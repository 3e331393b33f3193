package io.kpigroups.bootstrap.architecture.planted.domain;

final class Stray extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
