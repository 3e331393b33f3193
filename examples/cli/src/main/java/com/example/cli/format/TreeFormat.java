package com.example.cli.format;

import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.Name;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Groups with their KPIs.
 *
 * @param members the KPIs of a group
 */
record TreeFormat(Function<KpiGroupId, Stream<Member>> members) implements GroupFormat {
  @Override
  public String row(ViewedGroup viewed) {
    StringBuilder lines = new StringBuilder(SafeText.of(viewed.group().name().value()));
    lines.append(viewed.favorite() ? " *" : "").append('\n');
    Iterator<Member> kpis = members.apply(viewed.group().id()).iterator();
    while (kpis.hasNext()) {
      Member kpi = kpis.next();
      lines.append(kpis.hasNext() ? "├── " : "└── ").append(line(kpi)).append('\n');
    }
    return lines.toString();
  }

  private static String line(Member kpi) {
    String name = kpi.name().map(Name::value).map(SafeText::of).orElse("(not in the register)");
    return name + "  " + kpi.kpi().value();
  }
}
