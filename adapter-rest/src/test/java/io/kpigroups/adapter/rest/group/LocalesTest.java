package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.BearerToken;
import io.kpigroups.adapter.rest.RateLimits;
import io.kpigroups.adapter.rest.call.RateLimiter;
import io.kpigroups.adapter.rest.list.SampleList;
import io.kpigroups.adapter.rest.support.Samples;
import io.kpigroups.adapter.rest.support.VirtualTimers;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is answered does not depend on where the machine is, even if it has digits of its own. */
@Isolated("the default locale is everybody's")
class LocalesTest {
  private static final Locale BEFORE = Locale.getDefault();

  @BeforeAll
  static void moveToEgypt() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertThat("%d".formatted(1)).as("the locale has digits of its own").isEqualTo("\u0661");
  }

  @AfterAll
  static void moveBack() {
    Locale.setDefault(BEFORE);
  }

  @Test
  void linksAreMadeOfAsciiDigits() {
    assertThat(SampleList.links("?skip=1&limit=10", 1, 10, 19))
        .startsWith("</list?limit=10>; rel=\"first\", </list?skip=0&limit=1>; rel=\"prev\"")
        .matches("\\p{ASCII}*");
  }

  @Test
  void refusalsHaveAsciiDigits() {
    RateLimiter limiter = new RateLimiter(new RateLimits(1, 0), new VirtualTimers());
    BearerToken token = new BearerToken("t");
    limiter.countToken(token);

    assertThatThrownBy(() -> limiter.countToken(token))
        .hasMessage("There may be 1 requests a minute with this token.");
  }

  @Test
  void datesHaveAsciiDigits() {
    assertThat(GroupViewTest.json(GroupView.of(Samples.group("n", "1", false))))
        .contains("\"dateCreated\":\"2026-01-02T03:04:05.006Z\"");
  }
}
