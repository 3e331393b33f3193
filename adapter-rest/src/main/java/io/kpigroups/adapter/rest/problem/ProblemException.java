package io.kpigroups.adapter.rest.problem;

import io.kpigroups.adapter.rest.problem.Problem.InputError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A problem that is thrown; ProblemMapper answers it. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Most messages that the detail repeats; the errors have them all. */
  private static final int MOST_IN_DETAIL = 10;

  private final ProblemType type;
  private final transient List<InputError> errors;
  private final transient Map<String, String> headers;

  /** A problem whose detail is what its type means. */
  public ProblemException(ProblemType type) {
    this(type, type.meaning() + ".");
  }

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  private ProblemException(ProblemType type, String detail, List<InputError> errors) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = errors;
    this.headers = new TreeMap<>(type.headers());
  }

  /** Input that is wrong in one or more places, all of which are told. */
  public static ProblemException invalid(List<InputError> errors) {
    String detail =
        errors.stream()
            .limit(MOST_IN_DETAIL)
            .map(InputError::message)
            .collect(Collectors.joining(" "));
    return new ProblemException(ProblemType.INVALID_INPUT, detail, List.copyOf(errors));
  }

  /** Adds a header field to those that go with the type, or replaces it. */
  public ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public List<InputError> errors() {
    return errors;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The body of the response. */
  public Problem body(String path, String traceId) {
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        String.valueOf(getMessage()),
        path,
        traceId,
        errors);
  }
}
