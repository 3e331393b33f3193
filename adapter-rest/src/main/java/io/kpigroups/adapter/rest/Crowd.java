package io.kpigroups.adapter.rest;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets the observer ask how many requests are at the gate. */
@ApplicationScoped
class Crowd {

  void introduce(@Observes StartupEvent event, Gate gate, RequestObserver observer) {
    observer.crowd(gate::working, gate::waiting);
  }
}
