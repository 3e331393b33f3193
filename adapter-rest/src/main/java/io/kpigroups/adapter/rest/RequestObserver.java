package io.kpigroups.adapter.rest;

import io.kpigroups.application.port.in.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Is told of every request, refused ones included. The embedding service brings one as a bean. Must
 * not block and must not fail.
 */
public interface RequestObserver {

  /**
   * The trace that the current request is part of, as the 32 hexadecimal digits of W3C Trace
   * Context; empty if nobody traces it. Asked once, before anything else is done for the request.
   */
  Optional<String> traceId();

  /**
   * The current request is for a path of the API.
   *
   * @param route the path with its variables by name, such as {@code /kpis/{kpiId}}
   */
  void routed(String route);

  /**
   * A request has come to its end.
   *
   * @param operation what was asked for; empty if it was nothing that the API has
   * @param status what was answered; 499 if the client was gone before its answer was
   * @param time from the arrival to the end
   */
  void ended(Optional<Operation> operation, int status, Duration time);

  /**
   * Told once, at the start, how to ask at any time how many requests hold a thread and how many
   * wait for one.
   */
  default void admission(IntSupplier working, IntSupplier waiting) {}
}
