package com.example.cli.format;

import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@code --output} takes. */
public enum OutputFormat {
  table,
  tree,
  csv,
  json;

  /** The format, which may ask for the KPIs of a group. */
  public GroupFormat format(Function<KpiGroupId, Stream<Member>> members) {
    return switch (this) {
      case table -> new TableFormat();
      case tree -> new TreeFormat(members);
      case csv -> new CsvFormat();
      case json -> new JsonFormat();
    };
  }
}
