package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.open;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store on a file of the first version. */
abstract class FirstVersionTest {
  static final Instant START = Instant.parse("2026-11-01T08:00:00.123Z");
  static final KpiId CHURN = new KpiId("churn");
  static final PageRange PAGE = PageRange.first(100);

  @TempDir Path folder;

  final Call ann = callOf("acme");
  SqliteStorage storage;

  @BeforeEach
  void openAFileOfTheFirstVersion() throws SQLException, IOException {
    FirstVersion.write(folder);
    storage = open(folder);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  List<ViewedGroup> groups(Call viewer) {
    return storage.groups().list(viewer, GroupSelection.LIVE, ListQuery.groups(PAGE)).items();
  }
}
