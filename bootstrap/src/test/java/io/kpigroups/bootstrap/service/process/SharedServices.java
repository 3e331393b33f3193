package io.kpigroups.bootstrap.service.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Services that several test classes are sent to, and that run until all tests are over. */
public final class SharedServices {
  private static @Nullable ServiceProcess embedded;

  private SharedServices() {}

  /** One with its embedded store and no special settings; it verifies the tests' tokens. */
  public static synchronized ServiceProcess embedded() {
    if (embedded == null) {
      embedded = startForAll();
    }
    return embedded;
  }

  private static ServiceProcess startForAll() {
    try {
      ServiceProcess service = ServiceProcess.start(EmbeddedService.settings());
      Runtime.getRuntime().addShutdownHook(new Thread(service::close));
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
