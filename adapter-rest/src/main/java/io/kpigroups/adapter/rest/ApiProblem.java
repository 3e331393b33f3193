package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Problem.InputError;
import java.util.List;
import java.util.stream.Collectors;

/** A request that is refused by the HTTP interface itself. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Most messages that the detail repeats; the errors have them all. */
  private static final int MOST_IN_DETAIL = 10;

  private final ProblemType type;
  private final transient List<InputError> errors;

  private ApiProblem(ProblemType type, String detail, List<InputError> errors) {
    super(detail);
    this.type = type;
    this.errors = errors;
  }

  static ApiProblem of(ProblemType type, String detail) {
    return new ApiProblem(type, detail, List.of());
  }

  /** Input that is wrong in one or more places, all of which are told. */
  static ApiProblem invalid(List<InputError> errors) {
    String detail =
        errors.stream()
            .limit(MOST_IN_DETAIL)
            .map(InputError::message)
            .collect(Collectors.joining(" "));
    return new ApiProblem(ProblemType.INVALID_INPUT, detail, List.copyOf(errors));
  }

  ProblemType type() {
    return type;
  }

  List<InputError> errors() {
    return errors;
  }
}
