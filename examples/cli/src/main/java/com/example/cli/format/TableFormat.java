package com.example.cli.format;

import io.kpigroups.domain.group.ViewedGroup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Lines for people. The name, whose width nobody knows before all are there, comes last. */
final class TableFormat implements GroupFormat {
  private static final String LINE = "%-24s  %-3s  %-20s  %s\n";

  @Override
  public String head() {
    return String.format(Locale.ROOT, LINE, "ID", "FAV", "UPDATED", "NAME");
  }

  @Override
  public String none() {
    return "";
  }

  @Override
  public String row(ViewedGroup viewed) {
    return String.format(
        Locale.ROOT,
        LINE,
        viewed.group().id().value(),
        viewed.favorite() ? "*" : "",
        viewed.group().modified().time().map(TableFormat::seconds).orElse(""),
        SafeText.of(viewed.group().name().value()));
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
