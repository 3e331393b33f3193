package io.kpigroups.rival.vertx;

import io.kpigroups.application.port.Call;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.ExternalFailure;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.util.List;

/** Which request is which call. */
final class Api {
  private final Tokens tokens;
  private final GroupCalls groups;
  private final MemberCalls members;

  Api(Tokens tokens, GroupCalls groups, MemberCalls members) {
    this.tokens = tokens;
    this.groups = groups;
    this.members = members;
  }

  Answer answer(Request request) {
    try {
      List<String> path = request.path();
      return !path.isEmpty() && path.get(0).equals("groups")
          ? ofGroups(request, path)
          : ofKpi(request, path);
    } catch (Refused e) {
      return refusal(e.status(), e.sentence());
    } catch (KpiGroupException e) {
      return refusal(status(e), e.getMessage());
    }
  }

  private Answer ofGroups(Request request, List<String> path) {
    String last = path.get(path.size() - 1);
    switch (path.size()) {
      case 1:
        return switch (request.method()) {
          case "GET" -> groups.list(reader(request), request);
          case "POST" -> groups.create(writer(request), request);
          default -> throw notAllowed();
        };
      case 2:
        return switch (request.method()) {
          case "GET" -> groups.get(reader(request), id(path));
          case "PATCH" -> groups.rename(writer(request), id(path), request);
          case "DELETE" -> groups.delete(writer(request), id(path));
          default -> throw notAllowed();
        };
      case 3:
        return switch (request.method() + " " + last) {
          case "GET kpis" -> members.list(reader(request), id(path), request);
          case "PUT favorite" -> members.watch(tokens.call(request), id(path));
          case "DELETE favorite" -> members.unwatch(tokens.call(request), id(path));
          default -> throw notFound();
        };
      case 4:
        if (request.method().equals("POST") && path.get(2).equals("kpis") && last.equals("batch")) {
          return members.change(writer(request), id(path), request);
        }
        throw notFound();
      default:
        throw notFound();
    }
  }

  private Answer ofKpi(Request request, List<String> path) {
    if (path.size() == 1 && request.method().equals("PUT")) {
      return members.register(writer(request), new KpiId(path.get(0)), request);
    }
    if (path.size() == 3 && path.get(1).equals("groups")) {
      Call call = writer(request);
      KpiId kpi = new KpiId(path.get(0));
      KpiGroupId group = new KpiGroupId(path.get(2));
      return switch (request.method()) {
        case "PUT" -> members.add(call, kpi, group);
        case "DELETE" -> members.remove(call, kpi, group);
        default -> throw notAllowed();
      };
    }
    throw notFound();
  }

  private Call reader(Request request) {
    return tokens.call(request, Permission.READ);
  }

  private Call writer(Request request) {
    return tokens.call(request, Permission.MANAGE);
  }

  private static KpiGroupId id(List<String> path) {
    return new KpiGroupId(path.get(1));
  }

  private static int status(KpiGroupException failure) {
    if (failure instanceof InvalidInput) {
      return 400;
    }
    if (failure instanceof NotPermitted) {
      return 403;
    }
    if (failure instanceof GroupNotFound || failure instanceof KpiNotFound) {
      return 404;
    }
    return failure instanceof ExternalFailure ? 503 : 409;
  }

  private static Answer refusal(int status, String message) {
    return Answer.of(status, Json.message(message));
  }

  private static Refused notFound() {
    return new Refused(404, "There is nothing here.");
  }

  private static Refused notAllowed() {
    return new Refused(405, "This cannot be done here.");
  }
}
