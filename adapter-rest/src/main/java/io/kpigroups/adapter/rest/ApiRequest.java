package io.kpigroups.adapter.rest;

import io.kpigroups.adapter.rest.Problem.InputError;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.failure.InvalidInput;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One request of a known actor, and all that is wrong with its input: what is read through it is
 * checked, and {@link #valid} tells everything at once.
 */
final class ApiRequest {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

  /** Most errors that are told, so that no answer is many times as large as its request. */
  private static final int MOST_ERRORS = 100;

  private final RoutingContext http;
  private final Operation operation;
  private final Call call;
  private final List<InputError> errors = new ArrayList<>();
  private final Set<String> knownParameters = new HashSet<>();

  ApiRequest(RoutingContext http, Operation operation, Call call) {
    this.http = http;
    this.operation = operation;
    this.call = call;
  }

  /** Who acts, and until when it must be done. */
  Call call() {
    return call;
  }

  /** The path as its sender knows it, without the query. */
  String path() {
    return Prefix.pathOf(http);
  }

  /** What stands before the paths of the service for the sender of this request. */
  String prefix() {
    return Prefix.of(http);
  }

  /** A header that is a list, read as one (RFC 9110, section 5.3); {@code absent} if not there. */
  <T> Input<T> header(String name, Function<String, T> parse, T absent) {
    List<String> values = http.request().headers().getAll(name);
    return values.isEmpty()
        ? Input.of(absent)
        : parse("header", name, String.join(", ", values), parse);
  }

  /** The request's body, to be read with the same care. */
  JsonBody body() {
    return JsonBody.read(Exchange.of(http).body().getBytes(), this);
  }

  /** A value of the path. */
  <T> Input<T> path(String name, String value, Function<String, T> parse) {
    return parse("path", name, value, parse);
  }

  /** A value of the query; {@code absent} if it is not there. */
  <T> Input<T> query(String name, Function<String, T> parse, T absent) {
    knownParameters.add(name);
    List<String> values = parameters().getAll(name);
    if (values.isEmpty()) {
      return Input.of(absent);
    }
    if (values.size() > 1) {
      wrong("query", name, "The parameter " + name + " must be sent once.");
      return Input.wrong();
    }
    return parse("query", name, values.get(0), parse);
  }

  /** Whether the query has this parameter. */
  boolean hasQuery(String name) {
    return parameters().contains(name);
  }

  /** Reads a value, and keeps what is wrong with it. */
  <T> Input<T> parse(String in, String name, String value, Function<String, T> parse) {
    try {
      return Input.of(parse.apply(value));
    } catch (InvalidInput e) {
      wrong(in, name, e.getMessage());
      return Input.wrong();
    }
  }

  /** Notes something that is wrong with the input, up to {@link #MOST_ERRORS}. */
  void wrong(String in, String name, String message) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new InputError(in, name, visible(message)));
    }
  }

  /** A message may repeat what was sent, and whoever reads it must see what that is. */
  private static String visible(String message) {
    return INVISIBLE
        .matcher(message)
        .replaceAll(found -> String.format(Locale.ROOT, "U+%04X", found.group().codePointAt(0)));
  }

  /**
   * Ends the reading of input: the actor may do what is asked for (403), and all that was read is
   * right and nothing is unknown (400, with everything that is wrong).
   */
  void valid() {
    operation.authorize(call.actor());
    for (String name : parameters().names()) {
      if (!knownParameters.contains(name)) {
        wrong("query", name, "There is no parameter " + name + " here.");
      }
    }
    if (!errors.isEmpty()) {
      throw ApiProblem.invalid(errors);
    }
  }

  private MultiMap parameters() {
    return http.queryParams();
  }
}
