package io.kpigroups.adapter.client.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.adapter.client.resilience.UpstreamClient;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.GroupStore;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The groups of upstream. */
record UpstreamGroups(UpstreamClient client) implements GroupStore {
  static final String LIST = "/kpis/groups";

  @Override
  public Page<ViewedGroup> list(
      Call viewer, GroupSelection selection, ListQuery<GroupField> query) {
    var pager =
        new ListPager<>(
            part -> fetch(viewer, part),
            LIST,
            json -> JsonReader.group(json, viewer.account(), selection),
            row -> row.group().id().value(),
            PickedGroups.of(viewer.account(), selection));
    return pager.page(query, row -> Position.of(query.order(), row.group()));
  }

  private UpstreamResponse fetch(Call viewer, Map<String, String> part) {
    return client.repeatable(viewer, (api, caller) -> api.listGroups(caller, part)).ofTheApi();
  }

  @Override
  public Optional<ViewedGroup> find(Call viewer, KpiGroupId id) {
    UpstreamResponse response =
        client.repeatable(viewer, (api, caller) -> api.getGroup(caller, id.value()));
    return response.isAbsent() && !response.isElsewhere()
        ? Optional.empty()
        : Optional.of(group(viewer, id, response));
  }

  /**
   * Upstream makes the id, so the group cannot be looked up by the one that is given. If a success
   * cannot be read, a group was made, but nobody knows which.
   */
  @Override
  public ViewedGroup create(Call by, KpiGroupId id, Name name, Instant at, AccountLimits limits) {
    return created(by, client.change(by, (api, caller) -> api.createGroup(caller, json(name))));
  }

  /** The group that was made, if it was. */
  static ViewedGroup created(Call by, UpstreamResponse response) {
    response.orThrow();
    try {
      return group(by, response);
    } catch (UpstreamFailure e) {
      throw ExceptionTranslator.outcomeUnknown(e);
    }
  }

  @Override
  public ViewedGroup rename(Call by, KpiGroupId id, Name name, Instant at, RevisionMatch expected) {
    String ifMatch = ifMatch(by, id, expected);
    UpstreamResponse response =
        client
            .change(by, (api, caller) -> api.renameGroup(caller, id.value(), ifMatch, json(name)))
            .orThrow(slug -> new GroupNotFound());
    try {
      return group(by, id, response);
    } catch (UpstreamFailure e) {
      // Upstream may answer a rename with nothing at all.
      return renamed(by, id);
    }
  }

  @Override
  public void delete(Call by, KpiGroupId id, Instant at, RevisionMatch expected) {
    String ifMatch = ifMatch(by, id, expected);
    client
        .change(by, (api, caller) -> api.deleteGroup(caller, id.value(), ifMatch))
        .orThrow(slug -> new GroupNotFound());
  }

  /**
   * It sets a state, so it may be repeated. For how long it can be done is upstream's to decide.
   */
  @Override
  public ViewedGroup restore(
      Call by, KpiGroupId id, Instant at, Instant deletedAfter, AccountLimits limits) {
    UpstreamResponse response =
        client
            .repeatable(by, (api, caller) -> api.restoreGroup(caller, id.value()))
            .orUnsupported();
    try {
      return group(by, id, response);
    } catch (UpstreamFailure e) {
      throw ExceptionTranslator.unreadableSuccess(e);
    }
  }

  /** Another writer may come in between a look and the change. */
  private @Nullable String ifMatch(Call by, KpiGroupId id, RevisionMatch expected) {
    return EntityTags.ifMatch(expected, () -> find(by, id).orElseThrow(GroupNotFound::new).group());
  }

  /** The group after a rename that was made: if it cannot be read, nobody knows its state. */
  private ViewedGroup renamed(Call by, KpiGroupId id) {
    try {
      return find(by, id).orElseThrow(GroupNotFound::new);
    } catch (KpiGroupException e) {
      throw ExceptionTranslator.outcomeUnknown(e);
    }
  }

  private static ViewedGroup group(Call viewer, KpiGroupId id, UpstreamResponse response) {
    ViewedGroup group = group(viewer, response);
    if (!group.group().id().equals(id)) {
      throw ExceptionTranslator.unusable("A group other than was asked for.");
    }
    return group;
  }

  private static ViewedGroup group(Call viewer, UpstreamResponse response) {
    return JsonReader.group(response.orThrow().json(), viewer.account(), response.header("ETag"));
  }

  static String json(Name name) {
    return JsonNodeFactory.instance.objectNode().put("name", name.value()).toString();
  }
}
