package io.kpigroups.adapter.rest;

import io.kpigroups.domain.value.Name;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.PatternProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a create or a rename. */
@Schema(
    name = "KpiGroupWrite",
    description =
        "What of a group can be written. The group's other properties may be sent along, as they"
            + " came with an answer; they are ignored.",
    additionalProperties = Schema.False.class,
    patternProperties =
        @PatternProperty(
            regex = "^(accountId|createdById|dateCreated|dateUpdated|favorite|id|modifiedById)$",
            schema = Schema.True.class))
record GroupWrite(
    @Schema(
            required = true,
            minLength = 1,
            pattern = OpenApiParts.NAME,
            description =
                "1 to 255 characters, once brought to Unicode normalisation form C and with white"
                    + " space around it removed; control characters and line separators are refused. Two groups may share a name.",
            examples = "Sales")
        String name) {

  /** Reads the one property that can be written. */
  static Input<Name> read(ApiRequest request) {
    return request.body().allow(Set.of("name"), GroupView.READ_ONLY).text("name", Name::new);
  }
}
