package io.kpigroups.adapter.sqlite.store;

import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.open;

import io.kpigroups.adapter.sqlite.OtherProgram;
import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.KpiFilter;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store into whose file another program writes. */
abstract class ForeignDataTest {
  static final KpiGroupId ID = new KpiGroupId("0123456789abcdef01234567");
  static final KpiId KPI = new KpiId("churn");
  static final PageRange PAGE = PageRange.first(100);

  @TempDir Path folder;

  final Call ann = freshCall();
  final String account = ann.account().value();
  OtherProgram other;
  SqliteStorage storage;

  @BeforeEach
  void openStorage() {
    other = new OtherProgram(folder, account);
    storage = open(folder);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  List<ViewedGroup> groups() {
    return storage.groups().list(ann, GroupSelection.LIVE, ListQuery.groups(PAGE)).items();
  }

  List<Kpi> kpis() {
    return storage.kpis().list(ann, KpiFilter.ALL, ListQuery.kpis(PAGE)).items();
  }
}
