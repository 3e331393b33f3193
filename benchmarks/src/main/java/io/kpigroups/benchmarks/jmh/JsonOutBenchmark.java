package io.kpigroups.benchmarks.jmh;

import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.http.JsonContentWriter;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * JSON of answers, from groups to the bytes that are sent, dates included: every answer with a body
 * has it. How a group becomes JSON is not visible outside the resources' package, so the resources
 * are asked for the content.
 */
public class JsonOutBenchmark extends Measured {
  private final JsonContent group = new Answers().group().getEntity();
  private final JsonContent list = new Answers().list().getEntity();

  /** One group. */
  @Benchmark
  public byte[] group() throws IOException {
    return JsonContentWriter.bytes(group);
  }

  /** A list of 100 groups. */
  @Benchmark
  public byte[] listOf100() throws IOException {
    return JsonContentWriter.bytes(list);
  }
}
