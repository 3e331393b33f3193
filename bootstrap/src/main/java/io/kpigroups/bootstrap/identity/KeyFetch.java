package io.kpigroups.bootstrap.identity;

import java.io.IOException;

/** Asks an identity provider for its key set. */
@FunctionalInterface
interface KeyFetch {

  /**
   * The text of the key set, as it is now. Blocks, for some seconds at most.
   *
   * @throws IOException if it cannot be had
   */
  String text() throws IOException;
}
