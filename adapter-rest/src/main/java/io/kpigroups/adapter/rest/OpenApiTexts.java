package io.kpigroups.adapter.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The long texts of the OpenAPI document. */
final class OpenApiTexts {
  /** What stands before the operations. */
  static final String DESCRIPTION =
      """
        KPI groups put several KPIs of a company account in one place; people favorite the groups \
        that they watch. The nine operations of Gtmhub's KPI Groups API are here as they are there: \
        a client written for it works by changing its base URL.

        To try it: **Authorize** once, with a token and an account id, then use any operation. The \
        favorite operations need no account id if the token has one account only.

        Every error is `application/problem+json` (RFC 9457); the schema Problem, at the end, lists \
        them all.
        """;

  /** All problems, as the description of their schema, which stands behind the operations. */
  static final String PROBLEMS =
      """
        Why a request was refused. `type` is `urn:kpi-groups:problem:` and one of:

        | Status | Problem | When |
        |---|---|---|
        """
          + Arrays.stream(ProblemType.values())
              .sorted(Comparator.comparing(ProblemType::status))
              .map(t -> "| " + t.status() + " | `" + t.slug() + "` | " + t.meaning() + " |\n")
              .collect(Collectors.joining());

  private OpenApiTexts() {}
}
