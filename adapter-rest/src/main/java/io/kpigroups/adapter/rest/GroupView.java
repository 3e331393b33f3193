package io.kpigroups.adapter.rest;

import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON of a group, exactly as the reference has it. */
@Schema(name = "KpiGroup", description = "A KPI group as the calling user sees it.")
record GroupView(
    @Schema(
            required = true,
            description = "The account that the group belongs to",
            examples = "5be26318e5274a0007f17f61")
        String accountId,
    @Schema(required = true, description = "Who created the group", examples = "ann")
        String createdById,
    @Schema(
            required = true,
            nullable = true,
            format = "date-time",
            description = "When the group was created; null where the upstream service has none",
            examples = "2026-11-23T21:01:02.345Z")
        @Nullable String dateCreated,
    @Schema(
            required = true,
            nullable = true,
            format = "date-time",
            description =
                "When the group was last renamed; when it was created, if never; null where the"
                    + " upstream service has none",
            examples = "2026-11-23T21:01:02.345Z")
        @Nullable String dateUpdated,
    @Schema(required = true, description = "Whether it is a favorite of the calling user")
        boolean favorite,
    @Schema(required = true, pattern = "^[0-9a-f]{24}$", examples = "65f0a1b2c3d4e5f60718293a")
        String id,
    @Schema(required = true, description = "Who renamed the group last", examples = "ann")
        String modifiedById,
    @Schema(required = true, minLength = 1, maxLength = 255, examples = "Sales") String name) {

  /** What a client may send back although it cannot be written. */
  static final Set<String> READ_ONLY =
      Set.of(
          "accountId",
          "createdById",
          "dateCreated",
          "dateUpdated",
          "favorite",
          "id",
          "modifiedById");

  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

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
