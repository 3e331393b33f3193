package io.kpigroups.bootstrap.service;

import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the packaged service with its embedded store. */
@Timeout(120)
class ObservedServiceIT implements ObservedApi {
  @TempDir static Path folder;
  private static ServiceProcess service;

  @BeforeAll
  static void start() throws Exception {
    var settings = new HashMap<>(Tokens.settings());
    settings.put("kpigroups.embedded.path", folder.toString());
    settings.put("kpigroups.deadline", "1s");
    service = ServiceProcess.start(settings);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theDashboardIsFed() {
    Caller caller = new Caller(service.base());
    caller.call(Call.CREATE_GROUP);
    awaitSum(REQUESTS, 1, "operation=create_group", "status=201");
    Dashboard.isFedBy(metrics(), Dashboard.EVERYWHERE);
  }

  @Override
  public ServiceProcess service() {
    return service;
  }

  @Override
  public String store() {
    return "embedded";
  }
}
