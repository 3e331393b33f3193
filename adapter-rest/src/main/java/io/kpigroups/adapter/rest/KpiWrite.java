package io.kpigroups.adapter.rest;

import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.PatternProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that enters a KPI into the register. */
@Schema(
    name = "KpiWrite",
    description = "A KPI's entry in the register. Its id may be sent along; it is ignored.",
    additionalProperties = Schema.False.class,
    patternProperties = @PatternProperty(regex = "^id$", schema = Schema.True.class))
record KpiWrite(
    @Schema(
            required = true,
            minLength = 1,
            pattern = OpenApiParts.NAME,
            examples = "Monthly recurring revenue")
        String name,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = KpiOwner.class,
            maxItems = Kpi.MAX_OWNERS,
            description = "The users who own the KPI; none if left out",
            examples = "[\"ann\"]")
        List<String> ownerIds) {

  /** What was read of a body. */
  record Inputs(Input<Name> name, Input<List<UserId>> owners) {}

  static Inputs read(ApiRequest request) {
    JsonBody body = request.body().allow(Set.of("name", "ownerIds"), KpiView.READ_ONLY);
    return new Inputs(
        body.text("name", Name::new), body.texts("ownerIds", UserId::new, Kpi.MAX_OWNERS));
  }
}
