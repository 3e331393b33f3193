package io.kpigroups.adapter.rest.group;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
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

  /** RFC 3339, UTC, milliseconds. */
  private static final DateTimeFormatter RFC_3339 =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  static GroupView of(ViewedGroup viewed) {
    KpiGroup group = viewed.group();
    return new GroupView(
        group.account().value(),
        group.created().by().value(),
        date(group.created()),
        date(group.modified()),
        viewed.favorite(),
        group.id().value(),
        group.modified().by().value(),
        group.name().value());
  }

  private static @Nullable String date(Stamp stamp) {
    return stamp.time().map(RFC_3339::format).orElse(null);
  }
}
