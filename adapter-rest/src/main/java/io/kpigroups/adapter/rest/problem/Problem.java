package io.kpigroups.adapter.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The JSON of an error (RFC 9457). */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String traceId,
    List<InputError> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** One thing that is wrong with the input. */
  public record InputError(String in, String name, String message) {}
}
