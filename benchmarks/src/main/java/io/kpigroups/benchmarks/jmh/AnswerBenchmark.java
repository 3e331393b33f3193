package io.kpigroups.benchmarks.jmh;

import io.kpigroups.adapter.rest.http.JsonContent;
import org.jboss.resteasy.reactive.RestResponse;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * What the REST adapter does around a use case that answers at once: it reads parameters, and makes
 * an answer with entity tag, links and cursor, whose content is not written yet. Every read of
 * groups goes through here.
 */
public class AnswerBenchmark extends Measured {
  private final Answers answers = new Answers();

  /** One group. */
  @Benchmark
  public RestResponse<JsonContent> group() {
    return answers.group();
  }

  /** A list of 100 groups. */
  @Benchmark
  public RestResponse<JsonContent> listOf100() {
    return answers.list();
  }
}
