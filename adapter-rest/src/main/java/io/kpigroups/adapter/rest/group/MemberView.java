package io.kpigroups.adapter.rest.group;

import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.value.Name;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a KPI in a group.
 *
 * @param name null if the KPI is not in the register, or not any more
 */
@RegisterForReflection
public record MemberView(
    String kpiId, @Nullable String name, String addedById, @Nullable String dateAdded) {

  static MemberView of(Member member) {
    return new MemberView(
        member.kpi().value(),
        member.name().map(Name::value).orElse(null),
        member.added().by().value(),
        Dates.of(member.added()));
  }
}
