package io.kpigroups.bootstrap.architecture.planted.application.service;

import org.jboss.logging.Logger;

public final class Service {
  final Logger log = Logger.getLogger(Service.class);
}
