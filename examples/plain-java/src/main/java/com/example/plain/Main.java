package com.example.plain;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.adapter.sqlite.UnusableDataFolder;
import io.kpigroups.domain.failure.KpiGroupException;
import java.nio.file.Path;
import java.time.Duration;

/** Opens the store in a folder and uses it. */
public final class Main {
  /** For a backup that has locked the file, and ends. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  private Main() {}

  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "data");
    try (SqliteStorage storage = SqliteStorage.open(folder, LOCK_WAIT)) {
      new Tour(storage).lines().forEach(System.out::println);
    } catch (UnusableDataFolder | KpiGroupException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
