package io.kpigroups.adapter.rest.support;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.problem.ProblemException;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the input of a request, as an operation does for a user who may do everything. */
public record Reading(String head, byte[] body) {
  public static final Call ANN = call(Permission.MANAGE);

  /** Of a user who has this permission. */
  public static Call call(Permission permission) {
    return new Call(
        Actor.of(new AccountId("a1"), new UserId("ann"), Set.of(permission)),
        Deadline.in(Duration.ofDays(1)));
  }

  /** Of a request without a body. */
  public static Reading of(String methodAndPath, String... fields) {
    return new Reading(Line.head(methodAndPath, fields), new byte[0]);
  }

  /** Of a request with this body. */
  public static Reading ofBody(String body) {
    return ofBody(body.getBytes(StandardCharsets.UTF_8));
  }

  public static Reading ofBody(byte[] body) {
    return new Reading(Line.head("POST /"), body);
  }

  /** What is read, before anybody asks whether it is valid. */
  public <T> T read(Function<ApiRequest, T> read) {
    return WebServer.during(
        head,
        http -> {
          ((RoutingContextInternal) http).setBody(Buffer.buffer(body));
          Calls.asks(http, Operation.CREATE_GROUP);
          return read.apply(new ApiRequest(http, ANN));
        });
  }

  /** What is read of valid input. */
  public <T> T valid(Function<ApiRequest, Supplier<T>> read) {
    return read(
        request -> {
          Supplier<T> input = read.apply(request);
          request.valid();
          return input.get();
        });
  }

  /** All that is wrong with the input. */
  public List<InputError> errors(Consumer<ApiRequest> read) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                read(
                    request -> {
                      read.accept(request);
                      request.valid();
                      return "valid";
                    }));
    return refusal == null ? List.of() : refusal.errors();
  }

  /** The messages of all that is wrong with the input. */
  public List<String> complaints(Consumer<ApiRequest> read) {
    return errors(read).stream().map(InputError::message).toList();
  }
}
