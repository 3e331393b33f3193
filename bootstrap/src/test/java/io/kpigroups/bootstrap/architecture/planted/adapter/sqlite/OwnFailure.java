package io.kpigroups.bootstrap.architecture.planted.adapter.sqlite;

import io.kpigroups.bootstrap.architecture.planted.domain.failure.ExternalFailure;

final class OwnFailure extends ExternalFailure {
  private static final long serialVersionUID = 1L;
}
