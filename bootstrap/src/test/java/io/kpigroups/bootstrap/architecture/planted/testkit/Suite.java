package io.kpigroups.bootstrap.architecture.planted.testkit;

import io.kpigroups.bootstrap.architecture.planted.application.service.Service;
import org.jboss.logging.Logger;

public record Suite(Service service, Logger log) {
  void report(Exception failure) {
    System.out.println(service);
    System.err.println(service);
    failure.printStackTrace();
  }
}
