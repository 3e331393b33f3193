package io.kpigroups.benchmarks.jmh;

import io.kpigroups.adapter.rest.group.GroupView;
import io.kpigroups.adapter.rest.list.PageView;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * What the REST adapter does around a use case that answers at once: it reads parameters, and makes
 * of groups what is written as JSON, with dates, entity tag, links and cursor. Every read of groups
 * goes through here.
 *
 * <p>How a group becomes JSON is not visible outside the resources' package, so the resources are
 * asked.
 */
public class AnswerBenchmark extends Measured {
  private final Answers answers = new Answers();

  /** One group. */
  @Benchmark
  public RestResponse<GroupView> group() {
    return answers.group();
  }

  /** A list of 100 groups. */
  @Benchmark
  public RestResponse<PageView<Map<String, @Nullable Object>>> listOf100() {
    return answers.list();
  }
}
