package io.kpigroups.adapter.rest;

import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON of a registered KPI. */
@Schema(name = "Kpi", description = "A KPI that may be put into groups.")
record KpiView(
    @Schema(
            required = true,
            pattern = "^[A-Za-z0-9_-]{1,64}$",
            examples = "5be26318e5274a0007f17a01")
        String id,
    @Schema(required = true, minLength = 1, maxLength = 255, examples = "Monthly recurring revenue")
        String name,
    @Schema(
            required = true,
            type = SchemaType.ARRAY,
            implementation = String.class,
            description = "The users who own the KPI",
            examples = "[\"ann\"]")
        List<String> ownerIds) {

  /** What a client may send back although it cannot be written. */
  static final Set<String> READ_ONLY = Set.of("id");

  static KpiView of(Kpi kpi) {
    return new KpiView(
        kpi.id().value(), kpi.name().value(), kpi.owners().stream().map(UserId::value).toList());
  }
}
