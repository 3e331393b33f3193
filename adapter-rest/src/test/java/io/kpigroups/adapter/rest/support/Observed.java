package io.kpigroups.adapter.rest.support;

import io.kpigroups.adapter.rest.RequestObserver;
import io.kpigroups.application.port.in.Operation;
import java.time.Duration;
import java.util.Optional;

/** An observer that keeps what it is told, until a test takes it. */
public final class Observed implements RequestObserver {
  /** What it was told of a request's end. */
  public record End(Optional<Operation> operation, int status, Duration time) {}

  private final Mailbox<String> routes = new Mailbox<>();
  private final Mailbox<End> ends = new Mailbox<>();

  @Override
  public Optional<String> traceId() {
    return Optional.empty();
  }

  @Override
  public void routed(String route) {
    routes.add(route);
  }

  @Override
  public void ended(Optional<Operation> operation, int status, Duration time) {
    ends.add(new End(operation, status, time));
  }

  /** The route of the next request, once it has come. */
  public String nextRoute() {
    return routes.take();
  }

  /** The next request that ends, once it has. */
  public End nextEnd() {
    return ends.take();
  }

  /** Whether no request has ended that was not taken. */
  boolean hasNoEnd() {
    return ends.isEmpty();
  }
}
