package io.kpigroups.bootstrap.architecture.planted.testkit;

import io.kpigroups.bootstrap.architecture.planted.application.Service;

public record Suite(Service service) {
  void report(Exception failure) {
    System.out.println(service);
    System.err.println(service);
    failure.printStackTrace();
  }
}
