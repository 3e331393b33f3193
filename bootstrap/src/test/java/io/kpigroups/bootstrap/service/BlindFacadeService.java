package io.kpigroups.bootstrap.service;

import java.util.Map;

/** A facade that leaves the tokens to the service behind it. */
public class BlindFacadeService extends FacadeService {
  @Override
  Map<String, String> keys() {
    return Map.of();
  }
}
