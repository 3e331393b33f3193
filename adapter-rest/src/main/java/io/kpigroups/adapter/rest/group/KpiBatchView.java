package io.kpigroups.adapter.rest.group;

import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.domain.group.KpiBatch;

/** The JSON of what became of a batch. */
final class KpiBatchView {
  private KpiBatchView() {}

  static JsonContent of(KpiBatch.Result result) {
    return json -> {
      json.writeStartObject();
      json.writeNumberField("added", result.added());
      json.writeNumberField("removed", result.removed());
      json.writeNumberField("unchanged", result.unchanged());
      json.writeEndObject();
    };
  }
}
