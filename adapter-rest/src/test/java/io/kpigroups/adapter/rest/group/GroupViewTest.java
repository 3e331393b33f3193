package io.kpigroups.adapter.rest.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.adapter.rest.http.JsonContentWriter;
import io.kpigroups.adapter.rest.support.Samples;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.value.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The JSON of groups. */
class GroupViewTest {
  private static final ViewedGroup GROUP = Samples.group("Sales", "3", true);

  @Test
  void aGroupHasTheEightPropertiesOfTheReference() {
    assertThat(json(GroupView.of(GROUP)))
        .isEqualTo(
            "{\"accountId\":\"a1\",\"createdById\":\"ann\","
                + "\"dateCreated\":\"2026-01-02T03:04:05.006Z\","
                + "\"dateUpdated\":\"2026-02-03T00:00:00.000Z\",\"favorite\":true,"
                + "\"id\":\"65f0a1b2c3d4e5f60718293a\",\"modifiedById\":\"bob\",\"name\":\"Sales\"}");
  }

  @Test
  void aTimeThatNobodyRecordedIsNull() {
    Stamp unknown = new Stamp(new UserId("ann"), Stamp.UNSET);
    JsonContent view = GroupView.of(Samples.group("Sales", "3", false, unknown, unknown));

    assertThat(json(view)).contains("\"dateCreated\":null,\"dateUpdated\":null,\"favorite\":false");
  }

  @Test
  void yearsHaveFourDigits() {
    Stamp longAgo = new Stamp(new UserId("ann"), Instant.parse("0987-01-01T00:00:00Z"));

    assertThat(json(GroupView.of(Samples.group("n", "3", false, longAgo, longAgo))))
        .contains("\"dateCreated\":\"0987-01-01T00:00:00.000Z\"");
  }

  @Test
  void whatAClientMaySendBackIsTheRestOfTheGroup() {
    assertThat(GroupView.READ_ONLY)
        .containsExactlyInAnyOrder(
            "accountId",
            "createdById",
            "dateCreated",
            "dateUpdated",
            "favorite",
            "id",
            "modifiedById");
  }

  static String json(JsonContent view) {
    try {
      return new String(JsonContentWriter.bytes(view), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
