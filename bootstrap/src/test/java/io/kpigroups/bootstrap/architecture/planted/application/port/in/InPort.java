package io.kpigroups.bootstrap.architecture.planted.application.port.in;

import io.kpigroups.bootstrap.architecture.planted.application.port.out.OutPort;
import io.kpigroups.bootstrap.architecture.planted.application.service.Service;
import org.jspecify.annotations.Nullable;

public interface InPort {
  boolean rename(OutPort store, Service service);

  @Nullable String name();
}
