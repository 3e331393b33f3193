package io.kpigroups.bootstrap.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Has the service run with its embedded store in a new folder, verifying the tests' tokens. */
public class EmbeddedService implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("kpi-groups-it");
      Path keys = Files.writeString(folder.resolve("keys.json"), Tokens.publicKeys());
      return Map.of(
          "kpigroups.embedded.path",
          folder.resolve("data").toString(),
          "mp.jwt.verify.publickey.location",
          keys.toString(),
          "mp.jwt.verify.issuer",
          Tokens.ISSUER,
          "mp.jwt.verify.audiences",
          Tokens.AUDIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
