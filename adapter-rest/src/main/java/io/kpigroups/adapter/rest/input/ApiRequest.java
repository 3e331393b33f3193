package io.kpigroups.adapter.rest.input;

import io.kpigroups.adapter.rest.http.ForwardedPrefix;
import io.kpigroups.adapter.rest.http.QueryString;
import io.kpigroups.adapter.rest.http.RequestContext;
import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.failure.InvalidInput;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads the input of one request, and collects all that is wrong with it; {@link #valid} reports
 * everything at once. A value that was read may be asked for only after that.
 */
public final class ApiRequest {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

  /** Most errors that are told, so that no answer is many times as large as its request. */
  private static final int MOST_ERRORS = 100;

  private final RoutingContext http;
  private final Call call;
  private final QueryString query;
  private final List<InputError> errors = new ArrayList<>();
  private final Set<String> knownParameters = new HashSet<>();
  private int untold;

  public ApiRequest(RoutingContext http, Call call) {
    this.http = http;
    this.call = call;
    this.query = QueryString.of(http.request().query());
  }

  /** Who acts, and until when it must be done. */
  public Call call() {
    return call;
  }

  /** The path as its sender knows it, without the query. */
  public String path() {
    return ForwardedPrefix.pathOf(http);
  }

  /** What stands before the paths of the service for the sender of this request. */
  public String prefix() {
    return ForwardedPrefix.of(http);
  }

  /** A header that is a list, read as one (RFC 9110, section 5.3); {@code absent} if not there. */
  <T> Supplier<T> header(String name, Function<String, T> parse, T absent) {
    List<String> values = http.request().headers().getAll(name);
    return values.isEmpty()
        ? () -> absent
        : parse("header", name, String.join(", ", values), parse);
  }

  /** A header that may be sent once; {@code absent} if it is not there. */
  public <T> Supplier<T> singleHeader(String name, Function<String, T> parse, T absent) {
    return http.request().headers().getAll(name).size() > 1
        ? wrong("header", name, "The header " + name + " must be sent once.")
        : header(name, parse, absent);
  }

  /** The request's body, to be read with the same care. */
  public JsonBody body() {
    Buffer body = http.body().buffer();
    return JsonBody.read(body == null ? new byte[0] : body.getBytes(), this);
  }

  /** A value of the path. */
  public <T> Supplier<T> path(String name, String value, Function<String, T> parse) {
    return parse("path", name, value, parse);
  }

  /** A value of the query; {@code absent} if it is not there. */
  public <T> Supplier<T> query(String name, Function<String, T> parse, T absent) {
    knownParameters.add(name);
    List<String> values = query.values(name);
    if (values.isEmpty()) {
      return () -> absent;
    }
    if (values.size() > 1) {
      return wrong("query", name, "The parameter " + name + " must be sent once.");
    }
    return parse("query", name, values.get(0), parse);
  }

  /** Whether the query has this parameter. */
  public boolean hasQuery(String name) {
    return !query.values(name).isEmpty();
  }

  /** A value of the query that is true or false; {@code absent} if it is not there. */
  public <T> Supplier<T> flag(String name, Function<Boolean, T> use, T absent) {
    return query(
        name,
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidInput(name + " must be true or false.");
          }
          return use.apply(text.equals("true"));
        },
        absent);
  }

  /** Whether the query has this parameter once, with this value. */
  public boolean isQuery(String name, String value) {
    return query.values(name).equals(List.of(value));
  }

  /** All parameters of the query, decoded, in their order. */
  public List<Map.Entry<String, String>> query() {
    return query.parameters();
  }

  /** Reads a value, and keeps what is wrong with it. */
  <T> Supplier<T> parse(String in, String name, String value, Function<String, T> parse) {
    return check(in, name, () -> parse.apply(value));
  }

  /**
   * What is made of values that were read; keeps what is wrong with it. Nothing can be said of it
   * where one of the values is wrong.
   */
  public <T> Supplier<T> check(String in, String name, Supplier<T> make) {
    try {
      T made = make.get();
      return () -> made;
    } catch (InvalidInput e) {
      return wrong(in, name, e.getMessage());
    } catch (NotRead e) {
      return wrong();
    }
  }

  /**
   * Notes something that is wrong with the input. Of more than {@link #MOST_ERRORS} the number is
   * told.
   */
  public <T> Supplier<T> wrong(String in, String name, String message) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(new InputError(in, name, visible(message)));
    } else {
      untold++;
    }
    return wrong();
  }

  /** A value that cannot be had, because the request is not valid. */
  static <T> Supplier<T> wrong() {
    return () -> {
      throw new NotRead();
    };
  }

  private static final class NotRead extends IllegalStateException {
    NotRead() {
      super("A value was used before its request was valid.");
    }
  }

  /** A message may repeat what was sent, and whoever reads it must see what that is. */
  private static String visible(String message) {
    return INVISIBLE
        .matcher(message)
        .replaceAll(found -> String.format(Locale.ROOT, "U+%04X", found.group().codePointAt(0)));
  }

  /**
   * Ends the reading of input, and throws if anything is wrong or unknown (400, with everything
   * that is wrong). Whoever may not do the operation is told only that (403): its use case would
   * say so, but is not called with wrong input.
   */
  public void valid() {
    query
        .names()
        .filter(name -> !knownParameters.contains(name))
        .forEach(name -> wrong("query", name, "There is no parameter " + name + " here."));
    if (untold > 0) {
      String in = errors.get(MOST_ERRORS - 1).in();
      errors.add(new InputError(in, "", "This many errors more are not told: " + untold + "."));
    }
    if (!errors.isEmpty()) {
      RequestContext.of(http).endpoint().orElseThrow().operation().authorize(call.actor());
      throw ProblemException.invalid(errors);
    }
  }
}
