package io.kpigroups.adapter.rest;

import io.kpigroups.domain.kpi.Kpi;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The answers that are one KPI. */
final class KpiAnswers {
  private KpiAnswers() {}

  static RestResponse<KpiView> of(Status status, Kpi kpi) {
    return answer(status, kpi).entity(KpiView.of(kpi)).build();
  }

  static RestResponse<KpiView> notModified(Kpi kpi) {
    return answer(Status.NOT_MODIFIED, kpi).build();
  }

  private static ResponseBuilder<KpiView> answer(Status status, Kpi kpi) {
    return GroupAnswers.tagged(ResponseBuilder.create(status), EntityTags.of(kpi));
  }
}
