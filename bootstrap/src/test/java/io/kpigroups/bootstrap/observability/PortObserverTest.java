package io.kpigroups.bootstrap.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.bootstrap.StandIn;
import io.kpigroups.bootstrap.TestTime;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is measured and traced of a call of a port. */
class PortObserverTest {
  private static final AttributeKey<String> ACCOUNT = AttributeKey.stringKey("kpigroups.account");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("kpigroups.outcome");
  private static final KpiGroupId GROUP = new KpiGroupId("0123456789abcdef01234567");
  private static final Call ANN = by(Actor.of(new AccountId("acme"), new UserId("ann"), Set.of()));

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final List<SpanData> spans = new ArrayList<>();
  private final Tracer tracer =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(new Kept(spans)))
          .build()
          .get("test");

  @Test
  void aCallIsMeasuredByPortMethodAndOutcomeAndTracedWithItsAccount() throws Exception {
    assertThat(observe(ANN, () -> Span.current().getSpanContext().isValid())).isEqualTo(true);

    assertThat(count("ok")).isEqualTo(1);
    SpanData span = spans.get(0);
    assertThat(spans).hasSize(1);
    assertThat(span.getName()).isEqualTo("GroupStore.find");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getAttributes().asMap()).isEqualTo(Map.of(ACCOUNT, "acme", OUTCOME, "ok"));
  }

  @Test
  void aRefusalIsAnOutcomeAndAFailureAnErrorAndBothGoOn() {
    var refusal = new GroupNotFound();
    var failure = new StorageUnavailable("away", new TimeoutException());

    assertThatThrownBy(() -> observe(ANN, throwing(refusal))).isSameAs(refusal);
    assertThatThrownBy(() -> observe(ANN, throwing(failure))).isSameAs(failure);

    assertThat(count("GroupNotFound")).isEqualTo(1);
    assertThat(count("StorageUnavailable")).isEqualTo(1);
    assertThat(spans)
        .extracting(span -> span.getStatus().getStatusCode())
        .containsExactly(StatusCode.UNSET, StatusCode.ERROR);
    assertThat(spans).allMatch(span -> span.getEvents().isEmpty());
  }

  @Test
  void anAccountThatIsDecidedElsewhereIsLeftOut() throws Exception {
    observe(by(Actor.delegated(Optional.empty())), () -> "done");
    observe(by(Actor.delegated(Optional.of(new AccountId("named")))), () -> "done");

    assertThat(spans)
        .extracting(span -> span.getAttributes().get(ACCOUNT))
        .containsExactly(null, "named");
  }

  @Test
  void aUseCaseIsTracedAsSomethingInside() throws Exception {
    Object answer = observer(false).observe(call(ObservedPort.UseCase.class, ANN, () -> "done"));

    assertThat(answer).isEqualTo("done");
    assertThat(spans).extracting(SpanData::getKind).containsExactly(SpanKind.INTERNAL);
    assertThat(registry.find("kpigroups.store.calls").timers()).isEmpty();
  }

  @Test
  void whereNothingIsTracedCallsAreStillMeasured() throws Exception {
    observer(true).observe(call(ObservedPort.StoreCall.class, ANN, () -> "done"));

    assertThat(count("ok")).isEqualTo(1);
    assertThat(spans).isEmpty();
  }

  private Object observe(Call made, Supplier<Object> work) throws Exception {
    return observer(false).observe(call(ObservedPort.StoreCall.class, made, work));
  }

  private PortObserver observer(boolean isOff) {
    return new PortObserver(tracer, isOff, registry);
  }

  private long count(String outcome) {
    return registry
        .get("kpigroups.store.calls")
        .tags("port", "GroupStore", "method", "find", "outcome", outcome)
        .timer()
        .count();
  }

  private static Call by(Actor actor) {
    return new Call(actor, TestTime.ample());
  }

  private static Supplier<Object> throwing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  /** A call of {@link GroupStore#find}. */
  private static InvocationContext call(Class<?> binding, Call made, Supplier<Object> work) {
    return StandIn.of(
        InvocationContext.class,
        Map.of(
            "getInterceptorBinding", asked -> binding.getAnnotation(ObservedPort.class),
            "getMethod", none -> find(),
            "getParameters", none -> new Object[] {made, GROUP},
            "proceed", none -> work.get()));
  }

  /** Keeps the spans that have ended. */
  private record Kept(List<SpanData> spans) implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
      spans.addAll(ended);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  private static Method find() {
    return Arrays.stream(GroupStore.class.getMethods())
        .filter(method -> method.getName().equals("find"))
        .findAny()
        .orElseThrow();
  }
}
