package io.kpigroups.adapter.rest.http;

import static io.kpigroups.adapter.rest.problem.ProblemType.GROUP_NOT_FOUND;
import static io.kpigroups.adapter.rest.problem.ProblemType.GROUP_OR_KPI_NOT_FOUND;
import static io.kpigroups.adapter.rest.problem.ProblemType.IDEMPOTENCY_KEY_IN_USE;
import static io.kpigroups.adapter.rest.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static io.kpigroups.adapter.rest.problem.ProblemType.KPI_NOT_FOUND;
import static io.kpigroups.adapter.rest.problem.ProblemType.LIMIT_REACHED;
import static io.kpigroups.adapter.rest.problem.ProblemType.NOT_SUPPORTED;
import static io.kpigroups.adapter.rest.problem.ProblemType.OUTCOME_UNKNOWN;
import static io.kpigroups.adapter.rest.problem.ProblemType.REVISION_REQUIRED;
import static io.kpigroups.adapter.rest.problem.ProblemType.STALE_REVISION;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.application.port.in.Operation;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/**
 * Every endpoint of the API, each with the name of its {@link Operation}. This is the only list of
 * them: routing, the checks before Quarkus REST, permissions, metrics and traces read it. Tests
 * compare it with the resources and with {@code docs/openapi.yaml}. Where a path fits two rows, the
 * first one is meant.
 */
public enum Endpoint {
  LIST_GROUPS("GET kpis/groups", Success.JSON, Set.of(NOT_SUPPORTED)),
  GET_GROUP("GET kpis/groups/{groupId}", Success.READ, Set.of(GROUP_NOT_FOUND)),
  CREATE_GROUP(
      "POST kpis/groups",
      Body.JSON,
      Success.CREATED,
      Set.of(
          LIMIT_REACHED,
          IDEMPOTENCY_KEY_IN_USE,
          IDEMPOTENCY_KEY_REUSED,
          OUTCOME_UNKNOWN,
          NOT_SUPPORTED)),
  RENAME_GROUP(
      "PATCH kpis/groups/{groupId}",
      Body.MERGE_PATCH,
      Success.JSON,
      Set.of(GROUP_NOT_FOUND, STALE_REVISION, REVISION_REQUIRED, OUTCOME_UNKNOWN)),
  DELETE_GROUP(
      "DELETE kpis/groups/{groupId}",
      Success.EMPTY,
      Set.of(GROUP_NOT_FOUND, STALE_REVISION, REVISION_REQUIRED, OUTCOME_UNKNOWN)),
  RESTORE_GROUP(
      "POST kpis/groups/{groupId}/restore",
      Success.JSON,
      Set.of(GROUP_NOT_FOUND, LIMIT_REACHED, NOT_SUPPORTED)),
  FAVORITE_GROUP(
      "PUT kpis/groups/{groupId}/favorite", Success.EMPTY, Set.of(GROUP_NOT_FOUND, LIMIT_REACHED)),
  UNFAVORITE_GROUP("DELETE kpis/groups/{groupId}/favorite", Success.EMPTY, Set.of(GROUP_NOT_FOUND)),
  LIST_MEMBERS(
      "GET kpis/groups/{groupId}/kpis", Success.JSON, Set.of(GROUP_NOT_FOUND, NOT_SUPPORTED)),
  CHANGE_MEMBERS(
      "POST kpis/groups/{groupId}/kpis/batch",
      Body.LARGE_JSON,
      Success.JSON,
      Set.of(GROUP_NOT_FOUND, KPI_NOT_FOUND, LIMIT_REACHED, NOT_SUPPORTED)),
  ADD_KPI_TO_GROUP(
      "PUT kpis/{kpiId}/groups/{groupId}",
      Success.EMPTY,
      Set.of(GROUP_NOT_FOUND, KPI_NOT_FOUND, GROUP_OR_KPI_NOT_FOUND, LIMIT_REACHED)),
  REMOVE_KPI_FROM_GROUP(
      "DELETE kpis/{kpiId}/groups/{groupId}",
      Success.EMPTY,
      Set.of(GROUP_NOT_FOUND, KPI_NOT_FOUND, GROUP_OR_KPI_NOT_FOUND)),
  LIST_GROUPS_OF_KPI("GET kpis/{kpiId}/groups", Success.JSON, Set.of(KPI_NOT_FOUND, NOT_SUPPORTED)),
  LIST_KPIS("GET kpis", Success.JSON, Set.of(NOT_SUPPORTED)),
  GET_KPI("GET kpis/{kpiId}", Success.READ, Set.of(KPI_NOT_FOUND)),
  REGISTER_KPI(
      "PUT kpis/{kpiId}",
      Body.JSON,
      Success.STORED,
      Set.of(LIMIT_REACHED, STALE_REVISION, OUTCOME_UNKNOWN, NOT_SUPPORTED)),
  UNREGISTER_KPI(
      "DELETE kpis/{kpiId}",
      Success.EMPTY,
      Set.of(KPI_NOT_FOUND, STALE_REVISION, OUTCOME_UNKNOWN, NOT_SUPPORTED));

  /** Where the API lives. */
  public static final String BASE = "/api/v1/";

  /**
   * The body of a request.
   *
   * @param largest most bytes that are taken, also where no body is needed
   * @param mediaTypes what it may be written in; empty where no body is needed
   */
  public record Body(int largest, List<String> mediaTypes) {
    public static final Body NONE = new Body(64 * 1024, List.of());
    static final Body JSON = new Body(64 * 1024, List.of(MediaType.APPLICATION_JSON));
    static final Body LARGE_JSON = new Body(256 * 1024, List.of(MediaType.APPLICATION_JSON));
    static final Body MERGE_PATCH =
        new Body(64 * 1024, List.of(MediaType.APPLICATION_JSON, "application/merge-patch+json"));
  }

  /**
   * The answer to a request that is not refused.
   *
   * @param isJson whether it has content, which is JSON
   */
  public record Success(boolean isJson, Set<Integer> statuses) {
    static final Success JSON = new Success(true, Set.of(200));
    static final Success READ = new Success(true, Set.of(200, 304));
    static final Success CREATED = new Success(true, Set.of(201));
    static final Success STORED = new Success(true, Set.of(200, 201));
    static final Success EMPTY = new Success(false, Set.of(200));
  }

  private final String method;
  private final String path;
  private final Body body;
  private final Success success;
  private final Set<ProblemType> refusals;

  Endpoint(String request, Success success, Set<ProblemType> refusals) {
    this(request, Body.NONE, success, refusals);
  }

  Endpoint(String request, Body body, Success success, Set<ProblemType> refusals) {
    String[] methodAndPath = request.split(" ");
    this.method = methodAndPath[0];
    this.path = BASE + methodAndPath[1];
    this.body = body;
    this.success = success;
    this.refusals = refusals;
  }

  public String method() {
    return method;
  }

  /** The path with its variables by name. */
  public String path() {
    return path;
  }

  /** The use case behind it, with the permission that it needs. */
  public Operation operation() {
    return Operation.valueOf(name());
  }

  public Body body() {
    return body;
  }

  public Success success() {
    return success;
  }

  /** The problems of its use case, without those that its body, answer or permission bring. */
  public Set<ProblemType> refusals() {
    return refusals;
  }
}
