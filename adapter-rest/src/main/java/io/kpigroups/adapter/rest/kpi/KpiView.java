package io.kpigroups.adapter.rest.kpi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.kpigroups.adapter.rest.http.JsonContent;
import io.kpigroups.domain.kpi.Kpi;
import io.kpigroups.domain.value.UserId;
import java.io.IOException;

/** The JSON of a registered KPI. */
final class KpiView {
  private static final SerializableString ID = new SerializedString("id");
  private static final SerializableString NAME = new SerializedString("name");
  private static final SerializableString OWNER_IDS = new SerializedString("ownerIds");

  private KpiView() {}

  static JsonContent of(Kpi kpi) {
    return json -> write(json, kpi);
  }

  static void write(JsonGenerator json, Kpi kpi) throws IOException {
    json.writeStartObject();
    json.writeFieldName(ID);
    json.writeString(kpi.id().value());
    json.writeFieldName(NAME);
    json.writeString(kpi.name().value());
    json.writeFieldName(OWNER_IDS);
    json.writeStartArray();
    for (UserId owner : kpi.owners()) {
      json.writeString(owner.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
