package io.kpigroups.bootstrap.architecture.planted.application.service;

final class Bound {
  private static final ThreadLocal<String> CALLER = new ThreadLocal<>();

  String caller() {
    return CALLER.get();
  }
}
