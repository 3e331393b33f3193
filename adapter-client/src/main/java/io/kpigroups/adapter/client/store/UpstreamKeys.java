package io.kpigroups.adapter.client.store;

import io.kpigroups.adapter.client.http.ExceptionTranslator;
import io.kpigroups.adapter.client.http.UpstreamResponse;
import io.kpigroups.adapter.client.resilience.UpstreamClient;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.out.IdempotencyStore;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KeyedCreate;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import java.time.Instant;
import java.util.Map;

/** The idempotency keys of an upstream that is a service like this one: it makes the groups. */
record UpstreamKeys(UpstreamClient client) implements IdempotencyStore {
  /**
   * One row, for next to nothing. A service like this one that is too old for keys does not know
   * these parameters and refuses them.
   */
  private static final Map<String, String> LOOK =
      Map.of("limit", "1", "count", "none", "fields", "id");

  /** The key makes it safe to send the group again if the answer was lost. */
  @Override
  public KeyedCreate claim(Call by, IdempotencyKey key, KpiGroupId id, Name name, Instant now) {
    requireOurs(by);
    UpstreamResponse response =
        client.changeOnce(
            by,
            (api, caller) -> api.createGroupOnce(caller, key.value(), UpstreamGroups.json(name)));
    KpiGroup group = UpstreamGroups.created(by, response).group();
    return KeyedCreate.begun(group, now).done();
  }

  /** Any other upstream would take no notice of the key and make a group each time. */
  private void requireOurs(Call by) {
    UpstreamResponse look = client.repeatable(by, (api, caller) -> api.listGroups(caller, LOOK));
    if (look.isCallerRefusedByOurs()) {
      return; // what exactly the caller may not do is told by the refusal of the group
    }
    try {
      ListResponse.requireOurs(look.ofTheApi(), UpstreamGroups.LIST);
    } catch (InvalidInput e) {
      throw ExceptionTranslator.unsupported();
    }
  }

  /** Upstream has noted it. */
  @Override
  public void finish(Call by, IdempotencyKey key, KeyedCreate made) {}

  /** Upstream frees it. */
  @Override
  public void release(Call by, IdempotencyKey key, KeyedCreate claimed) {}

  /** Upstream forgets them. */
  @Override
  public void sweep(Instant createdBy, Deadline deadline) {}
}
