package io.kpigroups.benchmarks.jmh;

import io.kpigroups.adapter.rest.input.ApiRequest;
import io.kpigroups.adapter.rest.input.JsonBody;
import io.kpigroups.application.port.Call;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Bodies of requests: from the bytes to values of the domain, as every create, rename and batch
 * does it, with the strict reader of the REST adapter.
 *
 * <p>What the resources do with that reader is private to them, so the same calls stand here.
 */
public class JsonInBenchmark extends Measured {
  private static final Set<String> READ_ONLY =
      Set.of("accountId createdById dateCreated dateUpdated favorite id modifiedById".split(" "));

  private final Call call = Samples.call();
  private final RoutingContext creation =
      Requests.http("", "{\"name\":\"Société Générale – Qualité 2026\"}");
  private final RoutingContext change = Requests.http("", batch());

  private static String batch() {
    return IntStream.range(0, Samples.PAGE)
        .mapToObj(i -> String.format(Locale.ROOT, "\"64b7f0a1c2d3e4f6%08x\"", i))
        .collect(Collectors.joining(",", "{\"add\":[", "]}"));
  }

  /** The body that makes a group. */
  @Benchmark
  public Name create() {
    ApiRequest request = new ApiRequest(creation, call);
    Supplier<Name> name = request.body().allow(Set.of("name"), READ_ONLY).text("name", Name::new);
    request.valid();
    return name.get();
  }

  /** The body that puts 100 KPIs into a group. */
  @Benchmark
  public KpiBatch batchOf100() {
    ApiRequest request = new ApiRequest(change, call);
    JsonBody body =
        request.body().allow(Set.of("add", "remove"), Set.of()).requireOneOf("add", "remove");
    List<KpiId> add = body.readable("add", KpiId::new);
    List<KpiId> remove = body.readable("remove", KpiId::new);
    Supplier<KpiBatch> batch = request.check("body", "", () -> new KpiBatch(add, remove));
    request.valid();
    return batch.get();
  }
}
