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

/** A store on a file of an older version: of the first, where no other is named. */
abstract class OldVersionTest {
  static final Instant START = Instant.parse("2026-11-01T08:00:00.123Z");
  static final KpiId CHURN = new KpiId("churn");
  static final PageRange PAGE = PageRange.first(100);

  @TempDir Path folder;

  final Call ann = callOf("acme");
  SqliteStorage storage;

  @BeforeEach
  void openAFileOfTheVersion() throws SQLException, IOException {
    write(folder);
    storage = open(folder);
  }

  void write(Path target) throws SQLException, IOException {
    OldVersion.write(target, version());
  }

  int version() {
    return 1;
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  List<ViewedGroup> groups(Call viewer) {
    return storage.groups().list(viewer, GroupSelection.LIVE, ListQuery.groups(PAGE)).items();
  }
}
