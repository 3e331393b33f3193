package io.kpigroups.adapter.client.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a problem document of a service like this one says (RFC 9457).
 *
 * @param slug the kind of problem; empty if upstream sent no such document
 * @param detail the sentence for the caller
 */
record UpstreamProblem(String slug, String detail) {
  private static final String NAMESPACE = "urn:kpi-groups:problem:";

  /** Enough for a sentence that names all KPIs of a batch: 1,000 ids of 64 characters. */
  private static final int MAX_DETAIL_LENGTH = 70_000;

  /** Reads a problem document; foreign ones, and those with an odd sentence, count as none. */
  static UpstreamProblem read(JsonNode json) {
    String type = json.path("type").asText();
    String detail = json.path("detail").asText();
    boolean readable =
        !detail.isEmpty()
            && detail.length() <= MAX_DETAIL_LENGTH
            && detail.chars().noneMatch(Character::isISOControl);
    return type.startsWith(NAMESPACE) && readable
        ? new UpstreamProblem(type.substring(NAMESPACE.length()), detail)
        : new UpstreamProblem("", "");
  }

  /** The sentence of upstream, or ours if it has none. */
  String detailOr(String sentence) {
    return detail.isEmpty() ? sentence : detail;
  }
}
