package io.kpigroups.adapter.client;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The groups of upstream. */
final class UpstreamGroups implements GroupStore {
  private static final int NOT_FOUND = 404;

  private final Upstream upstream;

  UpstreamGroups(Upstream upstream) {
    this.upstream = upstream;
  }

  @Override
  public Page<ViewedGroup> list(Call viewer, ListQuery<GroupField> query) {
    Comparator<ViewedGroup> order =
        Comparator.comparing(ViewedGroup::group, Order.comparator(query.order()));
    RowSource<ViewedGroup> source =
        (skip, limit, sort) ->
            Rows.read(
                upstream.repeatable(
                    viewer,
                    (api, token, account) -> api.listGroups(token, account, skip, limit, sort)),
                "/kpis/groups",
                json -> GroupReader.read(json, viewer.account(), Optional.empty()));
    return new Pages<>(source, row -> row.group().id().value(), order)
        .page(query.range(), Sorts.of(query.order(), UpstreamGroups::name), query.count());
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    Answer answer =
        upstream.repeatable(
            viewer, (api, token, account) -> api.getGroup(token, account, id.value()));
    return answer.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(same(id, group(viewer, answer)));
  }

  /**
   * Upstream makes the id, so nothing can be looked up by the one that is given. A success that
   * cannot be read is a group that was made, and cannot be named.
   */
  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    byte[] json = Json.name(name.value());
    Answer answer =
        upstream.once(by, (api, token, account) -> api.createGroup(token, account, json));
    if (answer.status() == NOT_FOUND) {
      throw Failures.unusable(answer);
    }
    try {
      return group(by, answer);
    } catch (UpstreamFailure e) {
      throw answer.isSuccess() ? Failures.lost(e) : e;
    }
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    String ifMatch = condition(by, id, expected);
    byte[] json = Json.name(name.value());
    Answer answer =
        upstream.once(
            by,
            (api, token, account) -> api.renameGroup(token, account, id.value(), ifMatch, json));
    check(answer);
    return renamed(by, id, answer).orElseGet(() -> lookAgain(by, id));
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    String ifMatch = condition(by, id, expected);
    check(
        upstream.once(
            by, (api, token, account) -> api.deleteGroup(token, account, id.value(), ifMatch)));
  }

  /**
   * What to send as {@code If-Match}. What upstream cannot check is checked here, by a look before
   * the change; another writer may come in between.
   */
  private @Nullable String condition(Call by, KpiGroupId id, RevisionMatch expected) {
    if (!Revisions.needLook(expected)) {
      return Revisions.ifMatch(expected);
    }
    KpiGroup group = find(by, id).orElseThrow(GroupNotFound::new).group();
    if (!Revisions.allow(expected, group)) {
      throw new StaleRevision();
    }
    return Revisions.ifStill(group);
  }

  /** Upstream may answer a rename with nothing at all. */
  private static Optional<ViewedGroup> renamed(Call by, KpiGroupId id, Answer answer) {
    try {
      return Optional.of(same(id, group(by, answer)));
    } catch (UpstreamFailure e) {
      return Optional.empty();
    }
  }

  /** The rename was done; if the group cannot be seen any more, nobody can say how. */
  private ViewedGroup lookAgain(Call by, KpiGroupId id) {
    try {
      return find(by, id).orElseThrow(GroupNotFound::new);
    } catch (RuntimeException e) {
      throw Failures.lost(e);
    }
  }

  private static ViewedGroup group(Call viewer, Answer answer) {
    check(answer);
    return GroupReader.read(answer.content(), viewer.account(), answer.entityTag());
  }

  private static ViewedGroup same(KpiGroupId id, ViewedGroup answered) {
    if (!answered.group().id().equals(id)) {
      throw Failures.unusable("A group other than was asked for.");
    }
    return answered;
  }

  private static void check(Answer answer) {
    if (!answer.isSuccess()) {
      throw Refusals.of(answer, Refusals::noGroup);
    }
  }

  private static String name(GroupField field) {
    return switch (field) {
      case ID -> "id";
      case NAME -> "name";
      case DATE_CREATED -> "dateCreated";
      case DATE_UPDATED -> "dateUpdated";
    };
  }
}
