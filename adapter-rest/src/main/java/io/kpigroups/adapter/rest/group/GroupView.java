package io.kpigroups.adapter.rest.group;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.ViewedGroup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON of a group, exactly as the reference has it. */
@RegisterForReflection
public record GroupView(
    String accountId,
    String createdById,
    @Nullable String dateCreated,
    @Nullable String dateUpdated,
    boolean favorite,
    String id,
    String modifiedById,
    String name) {

  /** Properties that a client may send, and that are ignored. */
  static final Set<String> READ_ONLY =
      Set.of("accountId createdById dateCreated dateUpdated favorite id modifiedById".split(" "));

  static GroupView of(ViewedGroup viewed) {
    KpiGroup group = viewed.group();
    return new GroupView(
        group.account().value(),
        group.created().by().value(),
        Dates.of(group.created()),
        Dates.of(group.modified()),
        viewed.favorite(),
        group.id().value(),
        group.modified().by().value(),
        group.name().value());
  }
}
