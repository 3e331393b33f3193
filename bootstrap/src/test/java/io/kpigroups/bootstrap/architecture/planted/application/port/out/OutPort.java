package io.kpigroups.bootstrap.architecture.planted.application.port.out;

import io.kpigroups.bootstrap.architecture.planted.application.port.in.InPort;
import io.kpigroups.bootstrap.architecture.planted.application.service.Service;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;

public interface OutPort {
  void save(InPort port, Service service);

  CompletionStage<String> later();

  void visit(List<? extends URI[]> addresses) throws IOException;

  <T extends AutoCloseable & java.nio.file.Path> void open(T path);
}
