package com.example.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
  static final List<String> LINES =
      List.of(
          "ann sees 1: [Sales (favorite)]",
          "eve sees 0: []",
          "eve was told: There is no KPI group with this id in the account.",
          "ann was told: Not known in the account as a KPI: margin.",
          "In it: Customer churn rate",
          "In it: Monthly recurring revenue");

  @TempDir Path folder;

  @Test
  void itTellsWhatBecameOfEachStep() {
    assertEquals(LINES, linesOfATour());
  }

  @Test
  void whatItHasMadeIsThereInTheNextRun() {
    linesOfATour();

    assertEquals("ann sees 2: [Sales (favorite), Sales (favorite)]", linesOfATour().get(0));
  }

  private List<String> linesOfATour() {
    try (SqliteStorage storage = SqliteStorage.open(folder, Duration.ofSeconds(5))) {
      return new Tour(storage).lines();
    }
  }
}
