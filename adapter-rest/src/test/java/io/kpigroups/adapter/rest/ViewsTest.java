package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** The JSON and the header fields of what is answered. */
class ViewsTest {
  private static final ViewedGroup GROUP = Samples.group("Sales", "3", true);
  private static final Kpi KPI =
      new Kpi(new AccountId("a1"), new KpiId("k1"), new Name("MRR"), List.of(new UserId("ann")));

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
    GroupView view = GroupView.of(Samples.group("Sales", "3", false, unknown, unknown));

    assertThat(view.dateCreated()).isNull();
    assertThat(view.dateUpdated()).isNull();
    assertThat(json(view)).contains("\"dateCreated\":null,\"dateUpdated\":null,\"favorite\":false");
  }

  @Test
  void yearsHaveFourDigits() {
    Stamp longAgo = new Stamp(new UserId("ann"), Instant.parse("0987-01-01T00:00:00Z"));

    assertThat(GroupView.of(Samples.group("n", "3", false, longAgo, longAgo)).dateCreated())
        .isEqualTo("0987-01-01T00:00:00.000Z");
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

  @Test
  void aPageOfGroupsCountsItsOwnAndAll() {
    GroupPage page = GroupPage.of(new Page<>(List.of(GROUP), 7, PageRange.first(1)));

    assertThat(json(page))
        .startsWith("{\"count\":1,\"items\":[{\"accountId\":")
        .endsWith("],\"totalCount\":7}");
  }

  @Test
  void aKpiHasItsIdItsNameAndItsOwners() {
    String kpi = "{\"id\":\"k1\",\"name\":\"MRR\",\"ownerIds\":[\"ann\"]}";

    assertThat(json(KpiView.of(KPI))).isEqualTo(kpi);
    assertThat(json(KpiPage.of(new Page<>(List.of(KPI), 7, PageRange.first(1)))))
        .isEqualTo("{\"count\":1,\"items\":[" + kpi + "],\"totalCount\":7}");
  }

  @Test
  void anAnswerThatIsAGroupHasItsTagAndIsForItsCallerOnly() {
    for (RestResponse<GroupView> answer :
        List.of(
            GroupAnswers.ok(GROUP),
            GroupAnswers.created(GROUP, "/kpi"),
            GroupAnswers.notModified(GROUP))) {
      assertThat(answer.getHeaderString("ETag")).isEqualTo("\"3-1\"");
      assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(answer.getHeaderString("Vary")).isEqualTo("Authorization, gtmhub-accountId");
    }
  }

  @Test
  void aNewGroupSaysWhereItIs() {
    RestResponse<GroupView> created = GroupAnswers.created(GROUP, "/kpi");

    assertThat(created.getStatus()).isEqualTo(201);
    assertThat(created.getHeaderString("Location"))
        .isEqualTo("/kpi/api/v1/kpis/groups/65f0a1b2c3d4e5f60718293a");
    assertThat(created.getEntity()).isEqualTo(GroupView.of(GROUP));
    assertThat(GroupAnswers.ok(GROUP).getHeaderString("Location")).isNull();
  }

  @Test
  void aGroupThatIsAsTheCallerHasItIsNotSentAgain() {
    assertThat(GroupAnswers.notModified(GROUP).getStatus()).isEqualTo(304);
    assertThat(GroupAnswers.notModified(GROUP).hasEntity()).isFalse();
    assertThat(GroupAnswers.ok(GROUP).getStatus()).isEqualTo(200);
    assertThat(GroupAnswers.ok(GROUP).getEntity()).isEqualTo(GroupView.of(GROUP));
  }

  private static String json(Object view) {
    try {
      return new ObjectMapper().writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
