package io.kpigroups.bootstrap.service.observed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a query which asks for what is not there is found out. */
class QueryTest {
  private static final Metrics METRICS =
      Metrics.parse(
          """
          # HELP a_total Something
          a_total{kind="x",path="a,b \\"c\\""} 3.0
          a_total{kind="y",path="d"} 4.0 # {trace_id="1"} 1.0 2.0
          b_seconds_bucket{kind="x",le="0.1"} 1
          b_seconds 1.5E9
          """);

  @Test
  void metricsAreReadWithTheirLabels() {
    assertThat(METRICS.samples()).hasSize(4);
    assertThat(METRICS.sum("a_total")).isEqualTo(7);
    assertThat(METRICS.sum("a_total", "kind=y")).isEqualTo(4);
    assertThat(METRICS.sum("b_seconds")).isEqualTo(1.5e9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_total",
        "sum by (kind) (rate(a_total{kind=\"x\", instance=~\"$instance\"}[$__rate_interval]))",
        "histogram_quantile(0.95, sum by (le, kind) (rate(b_seconds_bucket[5m])))",
        "time() - b_seconds > 3600 and on (instance) a_total{kind!~\"z.*\"} / 2"
      })
  void whatIsMeasuredIsNotMissed(String query) {
    assertThat(Query.parse(query).selectors()).isNotEmpty();
    assertThat(Query.parse(query).missingIn(METRICS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_totals",
        "rate(a[5m])",
        "sum by (kinds) (a_total)",
        "a_total{kinds=~\".*\"}",
        "a_total{kind=\"z\"}",
        "a_total / c_total",
        "histogram_quantile(0.95, sum by (le) (b_seconds))"
      })
  void whatIsNotMeasuredIsMissed(String query) {
    assertThat(Query.parse(query).missingIn(METRICS)).hasSize(1);
  }
}
