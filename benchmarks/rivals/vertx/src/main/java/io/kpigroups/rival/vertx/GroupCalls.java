package io.kpigroups.rival.vertx;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.application.service.GroupIds;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.cursor.Cursor;
import io.kpigroups.domain.cursor.ListScope;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.RevisionMatch;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done with groups. */
final class GroupCalls {
  /** Higher than anything that is measured. */
  static final AccountLimits LIMITS = new AccountLimits(1_000_000, 1_000_000, 1_000_000, 1_000_000);

  private static final String PATH = Request.BASE + "groups";

  private final GroupStore groups;
  private final GroupIds ids = GroupIds.random(new SecureRandom());

  GroupCalls(SqliteStorage storage) {
    this.groups = storage.groups();
  }

  Answer list(Call call, Request request) {
    GroupSelection selection = selection(request);
    PageRange range = PageRange.first(request.limit());
    ListQuery<GroupField> whole = ListQuery.groups(order(request), range);
    ListScope scope = ListScope.of(call.account(), selection);
    Optional<Position> after =
        request.parameter("cursor").map(cursor -> Cursor.read(cursor, scope, whole.order()));
    Page<ViewedGroup> page = groups.list(call, selection, after.map(whole::after).orElse(whole));
    Answer answer = Answer.of(200, Json.groups(page));
    if (!page.hasNext()) {
      return answer;
    }
    KpiGroup last = page.items().get(page.items().size() - 1).group();
    String cursor = Cursor.of(scope, whole.order(), Position.of(whole.order(), last));
    return answer.with(
        "Link", "<" + PATH + "?" + kept(request) + "cursor=" + cursor + ">; rel=\"next\"");
  }

  Answer get(Call call, KpiGroupId id) {
    return Answer.of(200, Json.group(groups.find(call, id).orElseThrow(GroupNotFound::new)));
  }

  Answer create(Call call, Request request) {
    Instant now = Instant.now();
    ViewedGroup made =
        groups.create(call, ids.next(now), JsonBody.of(request.body()).name(), now, LIMITS);
    return Answer.of(201, Json.group(made))
        .with("Location", PATH + "/" + made.group().id().value());
  }

  Answer rename(Call call, KpiGroupId id, Request request) {
    return Answer.of(
        200,
        Json.group(
            groups.rename(
                call,
                id,
                JsonBody.of(request.body()).name(),
                Instant.now(),
                RevisionMatch.unconditional())));
  }

  Answer delete(Call call, KpiGroupId id) {
    groups.delete(call, id, Instant.now(), RevisionMatch.unconditional());
    return Answer.empty();
  }

  private static GroupSelection selection(Request request) {
    GroupSelection selection = GroupSelection.LIVE;
    Optional<String> text = request.parameter("q");
    if (text.isPresent()) {
      selection = selection.with(new GroupFilter.NameContains(SearchText.of(text.get())));
    }
    Optional<String> favorite = request.parameter("favorite");
    if (favorite.isPresent()) {
      selection = selection.with(new GroupFilter.Favorite(Boolean.parseBoolean(favorite.get())));
    }
    return selection;
  }

  private static List<Order<GroupField>> order(Request request) {
    return switch (request.parameter("sort").orElse("id")) {
      case "id" -> List.of(Order.ascending(GroupField.ID));
      case "name" -> List.of(Order.ascending(GroupField.NAME));
      default -> throw new Refused(400, "sort must be id or name.");
    };
  }

  /** The query of the next page is that of this one with another cursor. */
  private static String kept(Request request) {
    return Arrays.stream(request.query().split("&"))
        .filter(part -> !part.isEmpty() && !part.startsWith("cursor="))
        .map(part -> part + "&")
        .collect(Collectors.joining());
  }
}
