package io.kpigroups.adapter.client.resilience;

import io.kpigroups.adapter.client.CallerToken;
import io.kpigroups.adapter.client.UpstreamConfig;
import io.kpigroups.adapter.client.http.CallFailedException;
import io.kpigroups.adapter.client.http.CallerHeaders;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.FailureReason;
import io.kpigroups.adapter.client.http.RestClientFactory;
import io.kpigroups.adapter.client.http.UpstreamApi;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.value.AccountId;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls the upstream API: with the token and account of the caller, in time, and protected. */
@ApplicationScoped
public class UpstreamClient {
  private static final String WRONG_ADDRESS =
      "What answers has no list of KPI groups: is kpigroups.upstream.url the base of the API?";

  /** One operation of the API. */
  @FunctionalInterface
  public interface Operation {
    Uni<Response> send(UpstreamApi api, CallerHeaders caller);
  }

  private final UpstreamApi api;
  private final CallerToken tokens;
  private final ResiliencePolicy policy;
  private final Duration timeout;
  private final Optional<Duration> deadline;

  public UpstreamClient(
      UpstreamConfig config,
      TlsConfigurationRegistry registry,
      CallerToken tokens,
      @ConfigProperty(name = "kpigroups.deadline") Optional<Duration> deadline) {
    this.api = RestClientFactory.create(config, registry);
    this.tokens = tokens;
    this.policy = new ResiliencePolicy(config, System::nanoTime);
    this.timeout = config.readTimeout();
    this.deadline = deadline;
  }

  /**
   * Calls an operation that may be repeated, and repeats it if that may help.
   *
   * @return a success, or a refusal, which {@link UpstreamResponse#afterLostResponse} may explain
   * @throws KpiGroupException if there is no such response
   */
  public UpstreamResponse repeatable(Call call, Operation operation) {
    Supplier<UpstreamResponse> request = request(call, operation);
    try {
      return policy.repeatedly(request, call.deadline());
    } catch (CallFailedException e) {
      throw ExceptionTranslator.ofRepeatable(e);
    }
  }

  /**
   * Makes a change that must not be repeated.
   *
   * @return a success, or a refusal
   * @throws KpiGroupException if there is no such response
   */
  public UpstreamResponse change(Call call, Operation operation) {
    try {
      return policy.once(request(call, operation));
    } catch (CallFailedException e) {
      throw ExceptionTranslator.ofChange(e);
    }
  }

  /**
   * Makes a change that upstream makes once, however often it is sent, and repeats it if that may
   * help. If it fails in the end, it may have been made, and be sent again.
   *
   * @return a success, or a refusal
   * @throws KpiGroupException if there is no such response
   */
  public UpstreamResponse changeOnce(Call call, Operation operation) {
    try {
      return policy.repeatedly(request(call, operation), call.deadline());
    } catch (CallFailedException e) {
      throw ExceptionTranslator.ofChangeOnce(e);
    }
  }

  /**
   * Asks for a sign of life, without a token: a refusal is one too.
   *
   * @throws StorageUnavailable if there is none, or if there was no place for the question
   */
  public void ping() {
    CallerHeaders nobody = new CallerHeaders(null, null);
    Operation list = (api, caller) -> api.listGroups(caller, Map.of());
    try {
      UpstreamResponse response = policy.once(() -> send(list, nobody, timeout));
      if (response.isAbsent() || response.isElsewhere() || response.status() == 501) {
        throw new StorageUnavailable(WRONG_ADDRESS, new IllegalStateException(WRONG_ADDRESS));
      }
    } catch (CallFailedException e) {
      if (e.reason() != FailureReason.TOO_MANY_REQUESTS) {
        throw new StorageUnavailable(ExceptionTranslator.ofRepeatable(e).getMessage(), e);
      }
    }
  }

  private Supplier<UpstreamResponse> request(Call call, Operation operation) {
    Actor actor = call.actor();
    String account = actor.named().map(AccountId::value).orElse(null);
    CallerHeaders caller = new CallerHeaders(tokens.authorization(actor), account);
    return () -> {
      Duration left = call.deadline().remaining();
      return send(operation, caller, left.compareTo(timeout) < 0 ? left : timeout);
    };
  }

  private UpstreamResponse send(Operation operation, CallerHeaders caller, Duration time) {
    try {
      return operation
          .send(api, caller)
          .map(UpstreamResponse::read)
          .ifNoItem()
          .after(time)
          .fail()
          .onFailure(e -> !(e instanceof CallFailedException))
          .transform(e -> new CallFailedException(reason(e, time), e))
          .await()
          .indefinitely();
    } catch (CompletionException interrupted) {
      throw new CallFailedException(FailureReason.CONNECTION_LOST, interrupted);
    }
  }

  /**
   * A call had its full time with the timeout of the settings, or with nearly all that the deadline
   * of a request gives to its first call.
   */
  private FailureReason reason(Throwable failure, Duration time) {
    FailureReason reason = FailureReason.of(failure);
    Duration fullTime = deadline.map(it -> it.multipliedBy(4).dividedBy(5)).orElse(timeout);
    boolean isShort = time.compareTo(timeout) < 0 && time.compareTo(fullTime) < 0;
    return reason == FailureReason.TIMEOUT && isShort ? FailureReason.SHORT_TIMEOUT : reason;
  }
}
