package io.kpigroups.adapter.client.http;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.RateLimited;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long upstream may let our callers wait. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class RetryAfterTest {
  private final KpiGroupStorage storage;

  RetryAfterTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "17, 17",
    "3600, 3600",
    "3601, 3600",
    "999999999, 3600",
    "1000000000, 3600",
    "99999999999999999999999, 3600"
  })
  void secondsAreLimitedToOneHour(String sent, long seconds) {
    assertThat(told("Retry-After: " + sent)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Wed, 21 Oct 2015 07:28:42 GMT; 42",
        "Wed, 21 Oct 2015 08:28:00 GMT; 3600",
        "Wed, 21 Oct 2015 08:28:01 GMT; 3600",
        "Fri, 31 Dec 9999 23:59:59 GMT; 3600",
        "Wed, 21 Oct 2015 07:28:00 GMT; 0",
        "Thu, 01 Jan 1970 00:00:00 GMT; 0"
      })
  void aDateIsComparedWithTheDateHeader(String sent, long seconds) {
    assertThat(told("Date: Wed, 21 Oct 2015 07:28:00 GMT", "Retry-After: " + sent))
        .contains(Duration.ofSeconds(seconds));
  }

  @Test
  void withoutADateHeaderADateIsComparedWithOurClock() {
    assertThat(told("Retry-After: Thu, 01 Jan 1970 00:00:00 GMT")).contains(Duration.ZERO);
    assertThat(told("Date: today", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"))
        .contains(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "1, 2", "\u0661", "Wed, 21 Oct 2015"})
  void anInvalidValueIsIgnored(String sent) {
    assertThat(told("Retry-After: " + sent)).isEmpty();
  }

  private Optional<Duration> told(String... headers) {
    StubUpstream.responds(Reply.json(429, "", headers));
    return catchThrowableOfType(
            RateLimited.class,
            () -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
        .retryAfter();
  }
}
