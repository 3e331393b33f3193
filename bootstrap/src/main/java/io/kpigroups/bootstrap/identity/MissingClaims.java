package io.kpigroups.bootstrap.identity;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Says in the log, once for each, that a good token lacks a claim that the service looks for: to
 * its bearer that is a 403, and to whoever misspelt the claim's name it would look like nothing.
 */
final class MissingClaims {
  private static final Logger LOG = Logger.getLogger(MissingClaims.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  void tell(String setting, ClaimName claim) {
    if (told.add(setting)) {
      LOG.warn(
          "A token that is good otherwise has no claim "
              + claim.name()
              + ", which "
              + setting
              + " names. If tokens should have it: steps into nested claims have slashes"
              + " between them (realm_access/roles), a dot is part of a step, and a step with a"
              + " slash of its own can stand in double quotes"
              + " (resource_access/\"https://kpi.example.com\"/roles). This is said once.");
    }
  }
}
