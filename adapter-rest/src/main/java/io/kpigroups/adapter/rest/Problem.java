package io.kpigroups.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON of an error (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "An error as RFC 9457 has it.")
record Problem(
    @Schema(
            required = true,
            description = "The kind of problem; stable",
            examples = "urn:kpi-groups:problem:invalid-input")
        String type,
    @Schema(
            required = true,
            description = "The kind of problem in words",
            examples = "Invalid input")
        String title,
    @Schema(required = true, description = "The HTTP status", examples = "400") int status,
    @Schema(required = true, description = "What was wrong and what would be right") String detail,
    @Schema(
            required = true,
            description = "The path of the request",
            examples = "/api/v1/kpis/groups")
        String instance,
    @Schema(
            required = true,
            description = "The W3C trace id of the request, from traceparent or else made",
            examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,
    @Schema(description = "All that is wrong with the input; only for invalid input")
        List<InputError> errors) {

  /** One thing that is wrong with the input. */
  @Schema(description = "One thing that is wrong with the input.")
  record InputError(
      @Schema(
              required = true,
              description = "Where it is",
              enumeration = {"body", "query", "header", "path"})
          String in,
      @Schema(
              required = true,
              description = "Its name there; empty for the body as a whole",
              examples = "name")
          String name,
      @Schema(required = true, description = "What is wrong and what would be right")
          String message) {}
}
