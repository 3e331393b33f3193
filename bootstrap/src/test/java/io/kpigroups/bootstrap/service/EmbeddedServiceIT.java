package io.kpigroups.bootstrap.service;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.OS;

/**
 * The packaged service with its embedded store: all that it promises, on whatever store or none.
 */
class EmbeddedServiceIT implements WholeSuite {

  @AfterAll
  static void printItsMemory() throws IOException {
    if (OS.LINUX.isCurrentOs()) {
      Footprint.print("the black-box suite", SharedServices.embedded().pid());
    }
  }

  @Override
  public Service service() {
    return Service.at(SharedServices.embedded().base());
  }
}
