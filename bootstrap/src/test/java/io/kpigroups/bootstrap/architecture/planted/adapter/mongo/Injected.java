package io.kpigroups.bootstrap.architecture.planted.adapter.mongo;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;

class Injected {
  @Inject String injected;

  @Identifier("embedded")
  String qualified;
}
