package io.kpigroups.adapter.rest;

import static io.kpigroups.adapter.rest.ProblemType.ACCOUNT_FORBIDDEN;
import static io.kpigroups.adapter.rest.ProblemType.ACCOUNT_SUSPENDED;
import static io.kpigroups.adapter.rest.ProblemType.BODY_TOO_LARGE;
import static io.kpigroups.adapter.rest.ProblemType.GROUP_NOT_FOUND;
import static io.kpigroups.adapter.rest.ProblemType.GROUP_OR_KPI_NOT_FOUND;
import static io.kpigroups.adapter.rest.ProblemType.INTERNAL_ERROR;
import static io.kpigroups.adapter.rest.ProblemType.INVALID_INPUT;
import static io.kpigroups.adapter.rest.ProblemType.KEYS_UNAVAILABLE;
import static io.kpigroups.adapter.rest.ProblemType.KPI_NOT_FOUND;
import static io.kpigroups.adapter.rest.ProblemType.LIMIT_REACHED;
import static io.kpigroups.adapter.rest.ProblemType.NOT_ACCEPTABLE;
import static io.kpigroups.adapter.rest.ProblemType.NOT_PERMITTED;
import static io.kpigroups.adapter.rest.ProblemType.NOT_SUPPORTED;
import static io.kpigroups.adapter.rest.ProblemType.NO_USER;
import static io.kpigroups.adapter.rest.ProblemType.OUTCOME_UNKNOWN;
import static io.kpigroups.adapter.rest.ProblemType.RATE_LIMITED;
import static io.kpigroups.adapter.rest.ProblemType.REQUEST_TIMEOUT;
import static io.kpigroups.adapter.rest.ProblemType.REVISION_REQUIRED;
import static io.kpigroups.adapter.rest.ProblemType.STALE_REVISION;
import static io.kpigroups.adapter.rest.ProblemType.STORAGE_UNAVAILABLE;
import static io.kpigroups.adapter.rest.ProblemType.UNAUTHENTICATED;
import static io.kpigroups.adapter.rest.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static io.kpigroups.adapter.rest.ProblemType.UPSTREAM_TOO_SLOW;
import static io.kpigroups.adapter.rest.ProblemType.UPSTREAM_UNUSABLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the OpenAPI document says of an operation beyond its annotations.
 *
 * @param successes the statuses of success, each with its meaning
 * @param headers the header fields of a success
 * @param parameters the names of shared parameters that it takes
 * @param problems all that it can be refused with
 */
record OpenApiFacts(
    Map<Integer, String> successes,
    List<String> headers,
    List<String> parameters,
    List<ProblemType> problems) {

  private static final List<ProblemType> COMMON =
      List.of(
          INVALID_INPUT,
          UNAUTHENTICATED,
          ACCOUNT_FORBIDDEN,
          NO_USER,
          ACCOUNT_SUSPENDED,
          REQUEST_TIMEOUT,
          BODY_TOO_LARGE,
          RATE_LIMITED,
          INTERNAL_ERROR,
          UPSTREAM_UNUSABLE,
          KEYS_UNAVAILABLE,
          STORAGE_UNAVAILABLE,
          UPSTREAM_TOO_SLOW);

  private static final List<String> TAG_HEADERS = List.of("ETag", "Cache-Control", "Vary");
  private static final List<String> CONDITIONS = List.of("If-Match", "If-None-Match");
  private static final String DONE = "Done; also when it was so before";

  /** The facts by operation id. */
  static final Map<String, OpenApiFacts> BY_OPERATION =
      Map.ofEntries(
          facts(
              "listKpiGroups",
              Map.of(200, "The groups"),
              List.of("Link"),
              List.of("skip", "limit", "take", "sortGroups"),
              NOT_PERMITTED,
              NOT_ACCEPTABLE),
          facts(
              "getKpiGroup",
              Map.of(200, "The group", 304, "The group is as If-None-Match says"),
              TAG_HEADERS,
              List.of("If-None-Match"),
              NOT_PERMITTED,
              NOT_ACCEPTABLE,
              GROUP_NOT_FOUND),
          facts(
              "createKpiGroup",
              Map.of(201, "The new group"),
              List.of("ETag", "Cache-Control", "Vary", "Location"),
              List.of(),
              NOT_PERMITTED,
              NOT_ACCEPTABLE,
              UNSUPPORTED_MEDIA_TYPE,
              LIMIT_REACHED,
              OUTCOME_UNKNOWN),
          facts(
              "renameKpiGroup",
              Map.of(200, "The group as it is now"),
              TAG_HEADERS,
              CONDITIONS,
              NOT_PERMITTED,
              NOT_ACCEPTABLE,
              UNSUPPORTED_MEDIA_TYPE,
              GROUP_NOT_FOUND,
              STALE_REVISION,
              REVISION_REQUIRED,
              OUTCOME_UNKNOWN),
          facts(
              "deleteKpiGroup",
              Map.of(200, "Deleted"),
              List.of(),
              CONDITIONS,
              NOT_PERMITTED,
              GROUP_NOT_FOUND,
              STALE_REVISION,
              REVISION_REQUIRED,
              OUTCOME_UNKNOWN),
          facts(
              "favoriteKpiGroup",
              Map.of(200, DONE),
              List.of(),
              List.of(),
              GROUP_NOT_FOUND,
              LIMIT_REACHED),
          facts("unfavoriteKpiGroup", Map.of(200, DONE), List.of(), List.of(), GROUP_NOT_FOUND),
          facts(
              "addKpiToGroup",
              Map.of(200, DONE),
              List.of(),
              List.of(),
              NOT_PERMITTED,
              GROUP_NOT_FOUND,
              KPI_NOT_FOUND,
              GROUP_OR_KPI_NOT_FOUND,
              LIMIT_REACHED),
          facts(
              "removeKpiFromGroup",
              Map.of(200, DONE),
              List.of(),
              List.of(),
              NOT_PERMITTED,
              GROUP_NOT_FOUND,
              KPI_NOT_FOUND,
              GROUP_OR_KPI_NOT_FOUND),
          facts(
              "listKpis",
              Map.of(200, "The KPIs"),
              List.of("Link"),
              List.of("skip", "limit", "take", "sortKpis"),
              NOT_PERMITTED,
              NOT_ACCEPTABLE),
          facts(
              "getKpi",
              Map.of(200, "The KPI", 304, "The KPI is as If-None-Match says"),
              TAG_HEADERS,
              List.of("If-None-Match"),
              NOT_PERMITTED,
              NOT_ACCEPTABLE,
              KPI_NOT_FOUND),
          facts(
              "registerKpi",
              Map.of(200, "The KPI, its entry replaced", 201, "The KPI, new in the register"),
              TAG_HEADERS,
              CONDITIONS,
              NOT_PERMITTED,
              NOT_ACCEPTABLE,
              UNSUPPORTED_MEDIA_TYPE,
              LIMIT_REACHED,
              STALE_REVISION,
              OUTCOME_UNKNOWN,
              NOT_SUPPORTED),
          facts(
              "unregisterKpi",
              Map.of(200, "Removed"),
              List.of(),
              CONDITIONS,
              NOT_PERMITTED,
              KPI_NOT_FOUND,
              STALE_REVISION,
              OUTCOME_UNKNOWN,
              NOT_SUPPORTED));

  private static Map.Entry<String, OpenApiFacts> facts(
      String operation,
      Map<Integer, String> successes,
      List<String> headers,
      List<String> parameters,
      ProblemType... own) {
    List<ProblemType> problems = new ArrayList<>(COMMON);
    problems.addAll(Arrays.asList(own));
    problems.sort(null);
    return Map.entry(operation, new OpenApiFacts(successes, headers, parameters, problems));
  }
}
